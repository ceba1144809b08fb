package io.gatehouse.kernel.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A token bucket per key. A bucket holds one minute's allowance and refills evenly, so it is full again after a minute
 * without use and can be discarded. Beyond 100,000 keys the least recently used buckets are dropped, so their keys start
 * again with a full one. Thread-safe.
 */
public final class Buckets {

    private static final int MAX_KEYS = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final TimeMeter meter;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_KEYS)
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .build();

    /** @param perMinute 0 for no limit */
    public Buckets(int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.meter = new ClockMeter(clock);
    }

    /** Takes one token from the key's bucket; if it is empty, returns how long to wait. */
    public @Nullable Duration take(String key) {
        if (perMinute == 0) {
            return null;
        }
        ConsumptionProbe probe = buckets.get(key, any -> newBucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? null : seconds(probe.getNanosToWaitForRefill());
    }

    /** Whether {@link #take} would have to wait. */
    public boolean isEmpty(String key) {
        Bucket bucket = buckets.getIfPresent(key);
        return bucket != null && bucket.getAvailableTokens() == 0;
    }

    private static Duration seconds(long nanos) {
        return Duration.ofSeconds(1 + nanos / 1_000_000_000L);
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .withCustomTimePrecision(meter)
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .build();
    }

    private record ClockMeter(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
