package io.gatehouse.registry.credential.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.registry.credential.revocation.TokensRevoked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Caches the tokens that this node has read, and knows until when they may be trusted. A token stays evicted: a row that
 * was read before the eviction is not cached, however late its reader offers it.
 */
@ApplicationScoped
public class TokenCache {

    /** Slightly less than the second within which a revocation must take effect. */
    static final Duration TRUST_PERIOD = Duration.ofMillis(900);

    private static final int MAX_TOKENS = 100_000;
    private static final int MAX_UNKNOWN = 10_000;

    /** Bounds how long a change made by hand in the database goes unnoticed. */
    private static final Duration TTL = Duration.ofMinutes(10);

    /** Short, because a hash that is unknown now may belong to a token a moment later. */
    private static final Duration UNKNOWN_TTL = Duration.ofSeconds(1);

    private final Ticker ticker;

    /** A hash belongs to the same token for good. */
    private final Cache<TokenHash, UUID> ids;

    /** A separate cache, so that any number of guesses evicts no token in use. */
    private final Cache<TokenHash, Boolean> unknown;

    private volatile Generation generation;

    private volatile boolean started;
    private volatile long trustedUntil;

    public TokenCache() {
        this(Ticker.systemTicker());
    }

    TokenCache(Ticker ticker) {
        this.ticker = ticker;
        this.ids = cache(MAX_TOKENS, TTL);
        this.unknown = cache(MAX_UNKNOWN, UNKNOWN_TTL);
        this.generation = new Generation(cache(MAX_TOKENS, TTL));
    }

    private <K, V> Cache<K, V> cache(int maxSize, Duration ttl) {
        return Caffeine.newBuilder()
                .maximumSize(maxSize)
                .expireAfterWrite(ttl)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    private static final class Generation {

        private final Cache<UUID, KnownToken> tokens;
        private final AtomicLong evictions = new AtomicLong();

        private Generation(Cache<UUID, KnownToken> tokens) {
            this.tokens = tokens;
        }
    }

    /** A reader takes a mark before it reads the database; without it, nothing it read is cached. */
    static final class Mark {

        private final Generation generation;
        private final long evictions;

        private Mark(Generation generation) {
            this.generation = generation;
            this.evictions = generation.evictions.get();
        }
    }

    /**
     * Whether all revocations are applied except those of the last second. If not, nothing cached may be trusted. Called
     * for every request, so it must be cheap.
     */
    boolean isCurrent() {
        return started && trustedUntil - ticker.read() > 0;
    }

    /** The present time, in nanoseconds from any point. */
    long time() {
        return ticker.read();
    }

    /** All revocations that were committed before that time are applied. */
    void appliedAll(long time) {
        trustedUntil = time + TRUST_PERIOD.toNanos();
        started = true;
    }

    Mark mark() {
        return new Mark(generation);
    }

    @Nullable KnownToken find(TokenHash hash) {
        UUID id = ids.getIfPresent(hash);
        return id == null ? null : find(id);
    }

    @Nullable KnownToken find(UUID tokenId) {
        return generation.tokens.getIfPresent(tokenId);
    }

    boolean isUnknown(TokenHash hash) {
        return unknown.getIfPresent(hash) != null;
    }

    void put(TokenHash hash, KnownToken token, Mark mark) {
        ids.put(hash, token.id());
        put(token, mark);
    }

    /**
     * The eviction count is compared inside the map's lock on the token. Eviction counts first and then takes the same
     * lock.
     */
    void put(KnownToken token, Mark mark) {
        mark.generation
                .tokens
                .asMap()
                .compute(
                        token.id(),
                        (id, present) -> mark.generation.evictions.get() == mark.evictions ? token : present);
    }

    void putUnknown(TokenHash hash) {
        unknown.put(hash, true);
    }

    /** The approximate number of hashes cached as unknown. */
    long unknownTokens() {
        unknown.cleanUp();
        return unknown.estimatedSize();
    }

    void evict(Set<UUID> tokenIds) {
        if (!tokenIds.isEmpty()) {
            Generation current = generation;
            current.evictions.incrementAndGet();
            tokenIds.forEach(current.tokens::invalidate);
        }
    }

    /** Late readers store what they read in the old generation, which is no longer read. */
    void evictAll() {
        generation = new Generation(cache(MAX_TOKENS, TTL));
    }

    /** Evicts what this node revokes before the caller learns that it is revoked. */
    void revoked(@Observes(during = TransactionPhase.AFTER_COMPLETION) TokensRevoked revoked) {
        evict(revoked.tokenIds());
    }
}
