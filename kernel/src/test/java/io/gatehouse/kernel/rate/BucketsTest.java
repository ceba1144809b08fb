package io.gatehouse.kernel.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private Instant now = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void aKeyHasAMinutesAllowanceThatRefillsEvenly() {
        Buckets buckets = new Buckets(6, () -> now);
        for (int i = 0; i < 6; i++) {
            assertThat(buckets.isEmpty("ada")).isFalse();
            assertThat(buckets.take("ada")).isNull();
        }

        assertThat(buckets.isEmpty("ada")).isTrue();
        assertThat(buckets.take("ada")).isEqualTo(Duration.ofSeconds(11));
        assertThat(buckets.take("bob")).as("another key").isNull();

        now = now.plusSeconds(10);
        assertThat(buckets.isEmpty("ada")).isFalse();
        assertThat(buckets.take("ada")).isNull();
        assertThat(buckets.take("ada")).isNotNull();
    }

    @Test
    void zeroIsNoLimit() {
        Buckets buckets = new Buckets(0, () -> now);
        for (int i = 0; i < 1_000; i++) {
            assertThat(buckets.take("ada")).isNull();
        }
        assertThat(buckets.isEmpty("ada")).isFalse();
    }
}
