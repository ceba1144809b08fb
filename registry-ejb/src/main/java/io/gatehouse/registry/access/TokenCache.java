package io.gatehouse.registry.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.registry.revocation.Revoked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that this node knows. What is forgotten stays forgotten: a row that was read before is not kept, however
 * late its reader comes with it.
 */
@ApplicationScoped
public class TokenCache {

    private static final int MOST = 100_000;
    private static final int MOST_UNKNOWN = 10_000;

    /** For what is changed by hand in the database, of which nobody tells. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** A text that is nobody's now may be somebody's token a moment later. */
    private static final Duration UNKNOWN_KEPT = Duration.ofSeconds(1);

    private final Ticker ticker;

    /** Which token has which hash never changes. */
    private final Cache<TokenHash, UUID> ids;

    /** Apart from the others, so that however many are tried push out no token that is used. */
    private final Cache<TokenHash, Boolean> unknown;

    private volatile Generation generation;

    public TokenCache() {
        this(Ticker.systemTicker());
    }

    TokenCache(Ticker ticker) {
        this.ticker = ticker;
        this.ids = cache(MOST, KEPT);
        this.unknown = cache(MOST_UNKNOWN, UNKNOWN_KEPT);
        this.generation = new Generation(cache(MOST, KEPT));
    }

    private <K, V> Cache<K, V> cache(int most, Duration kept) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(kept)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    private static final class Generation {

        private final Cache<UUID, KnownToken> tokens;
        private final AtomicLong forgotten = new AtomicLong();

        private Generation(Cache<UUID, KnownToken> tokens) {
            this.tokens = tokens;
        }
    }

    /** What a reader of the database must have in hand before it reads, to have anything kept. */
    static final class Mark {

        private final Generation generation;
        private final long forgotten;

        private Mark(Generation generation) {
            this.generation = generation;
            this.forgotten = generation.forgotten.get();
        }
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

    void keep(TokenHash hash, KnownToken token, Mark mark) {
        ids.put(hash, token.id());
        keep(token, mark);
    }

    /** Compared inside the map's lock on the token, which forgetting it takes too, after it has counted. */
    void keep(KnownToken token, Mark mark) {
        mark.generation
                .tokens
                .asMap()
                .compute(
                        token.id(),
                        (id, present) -> mark.generation.forgotten.get() == mark.forgotten ? token : present);
    }

    void keepUnknown(TokenHash hash) {
        unknown.put(hash, true);
    }

    /** About how many texts are remembered as nobody's. */
    long unknownTokens() {
        unknown.cleanUp();
        return unknown.estimatedSize();
    }

    void forget(Set<UUID> tokenIds) {
        if (!tokenIds.isEmpty()) {
            Generation current = generation;
            current.forgotten.incrementAndGet();
            tokenIds.forEach(current.tokens::invalidate);
        }
    }

    /** Late readers keep what they bring in a generation that nobody looks at. */
    void forgetAll() {
        generation = new Generation(cache(MOST, KEPT));
    }

    /** What this node revokes it forgets before the caller learns that it is revoked. */
    void revoked(@Observes(during = TransactionPhase.AFTER_COMPLETION) Revoked revoked) {
        forget(revoked.tokenIds());
    }
}
