package io.gatehouse.install.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RushTest {

    private final AtomicLong nanos = new AtomicLong(-5); // such a clock may begin anywhere
    private final Rush rush = new Rush(nanos::get);

    @Test
    void deliveriesOneByOneAreNone() {
        stored(1_000, 1);

        assertThat(rush.isOn()).isFalse();
    }

    @Test
    void aFewLargeTransactionsAreNone() {
        stored(2, 20);

        assertThat(rush.isOn()).isFalse();
    }

    @Test
    void manyInEachTransactionAreOneUntilTheyBecomeFewer() {
        stored(20, 12);
        assertThat(rush.isOn()).isTrue();

        stored(20, 1);
        assertThat(rush.isOn()).isFalse();
    }

    @Test
    void itIsOverWhenNoneComesForAMoment() {
        stored(20, 12);
        nanos.addAndGet(Duration.ofMillis(49).toNanos());
        assertThat(rush.isOn()).isTrue();

        nanos.addAndGet(Duration.ofMillis(2).toNanos());
        assertThat(rush.isOn()).isFalse();
        stored(1, 12);
        assertThat(rush.isOn()).as("it begins anew").isFalse();
    }

    private void stored(int times, int deliveries) {
        for (int i = 0; i < times; i++) {
            nanos.addAndGet(Duration.ofMillis(2).toNanos());
            rush.stored(deliveries);
        }
    }
}
