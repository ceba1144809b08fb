package io.gatehouse.registry.access;

import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.kernel.token.TokenPrefix;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds tokens in this node's cache while the node is up to date with revocations. On a miss, or while it is not,
 * queries the database, and fails if the database does not answer.
 */
@Dependent
class CachedTokens {

    private final TokenCache cache;
    private final RevocationTail tail;
    private final TokenLookUp lookUp;

    @Inject
    CachedTokens(TokenCache cache, RevocationTail tail, TokenLookUp lookUp) {
        this.cache = cache;
        this.tail = tail;
        this.lookUp = lookUp;
    }

    /** Returns null if no token has this hash. */
    @Nullable KnownToken find(TokenPrefix kind, TokenHash hash) {
        if (tail.isCurrent()) {
            KnownToken cached = cache.find(hash);
            if (cached != null || cache.isUnknown(hash)) {
                return cached;
            }
        }
        TokenCache.Mark mark = cache.mark();
        Optional<KnownToken> found = lookUp.byHash(kind, hash);
        if (found.isEmpty()) {
            cache.putUnknown(hash);
            return null;
        }
        cache.put(hash, found.get(), mark);
        return found.get();
    }

    /** Returns null if no token has this id. */
    @Nullable KnownToken find(UUID tokenId) {
        KnownToken cached = tail.isCurrent() ? cache.find(tokenId) : null;
        if (cached != null) {
            return cached;
        }
        TokenCache.Mark mark = cache.mark();
        Optional<KnownToken> found = lookUp.byId(tokenId);
        found.ifPresent(token -> cache.put(token, mark));
        return found.orElse(null);
    }
}
