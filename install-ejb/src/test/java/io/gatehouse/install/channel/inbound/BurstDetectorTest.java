package io.gatehouse.install.channel.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BurstDetectorTest {

    private final AtomicLong nanos = new AtomicLong(-5); // System.nanoTime() may start at any value
    private final BurstDetector bursts = new BurstDetector(8, nanos::get);

    @Test
    void singleDeliveriesAreNoBurst() {
        stored(1_000, 1);

        assertThat(bursts.isOn()).isFalse();
    }

    @Test
    void aFewLargeTransactionsAreNoBurst() {
        stored(2, 20);

        assertThat(bursts.isOn()).isFalse();
    }

    @Test
    void manyDeliveriesPerTransactionAreABurstUntilTheyBecomeFewer() {
        stored(20, 12);
        assertThat(bursts.isOn()).isTrue();
        assertThat(bursts.workers()).isEqualTo(1);

        stored(20, 1);
        assertThat(bursts.isOn()).isFalse();
        assertThat(bursts.workers()).isEqualTo(8);
    }

    @Test
    void aBurstEndsAfterFiftyMillisecondsWithoutDeliveries() {
        stored(20, 12);
        nanos.addAndGet(Duration.ofMillis(49).toNanos());
        assertThat(bursts.isOn()).isTrue();

        nanos.addAndGet(Duration.ofMillis(2).toNanos());
        assertThat(bursts.isOn()).isFalse();
        stored(1, 12);
        assertThat(bursts.isOn()).as("the average starts again").isFalse();
    }

    private void stored(int times, int deliveries) {
        for (int i = 0; i < times; i++) {
            nanos.addAndGet(Duration.ofMillis(2).toNanos());
            bursts.stored(deliveries);
        }
    }
}
