package io.gatehouse.install.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.kernel.config.RateLimits;
import io.gatehouse.kernel.config.Settings;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;

/** Limits per account and minute, on this node: messages, and tokens that were refused. */
@ApplicationScoped
public class ChatLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MAX_ACCOUNTS = 100_000;

    private final Cache<String, Bucket> messages = buckets();
    private final Cache<String, Bucket> failures = buckets();
    private RateLimits limits;
    private InstantSource clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ChatLimits() {}

    @Inject
    public ChatLimits(Settings settings, InstantSource clock) {
        this.limits = settings.rates();
        this.clock = clock;
    }

    /** Counts a message; false if it exceeds the limit. */
    boolean admit(String accountKey) {
        return limits.chat() == 0
                || messages.get(accountKey, key -> bucket(limits.chat())).tryConsume(1);
    }

    /** Whether the account may try another token. Only tokens that {@link #failed fail} are counted. */
    boolean mayTryToken(String accountKey) {
        Bucket bucket = failures.getIfPresent(accountKey);
        return bucket == null || bucket.getAvailableTokens() > 0;
    }

    void failed(String accountKey) {
        if (limits.failedClaims() > 0) {
            failures.get(accountKey, key -> bucket(limits.failedClaims())).tryConsume(1);
        }
    }

    private Bucket bucket(int perMinute) {
        return Bucket.builder()
                .withCustomTimePrecision(new ClockMeter(clock))
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .build();
    }

    /** A bucket is full again after two minutes without use, so that it can be discarded. */
    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .maximumSize(MAX_ACCOUNTS)
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
