package io.gatehouse.registry.access;

import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.domain.token.TokenPrefix;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tokens from memory while this node learns of revocations; else, and the first time, from the database. Fails where the
 * database must be asked and does not answer.
 */
@Dependent
class CachedTokens {

    private final TokenCache memory;
    private final RevocationTail tail;
    private final TokenLookUp lookUp;

    @Inject
    CachedTokens(TokenCache memory, RevocationTail tail, TokenLookUp lookUp) {
        this.memory = memory;
        this.tail = tail;
        this.lookUp = lookUp;
    }

    /** Null for a hash that is no token's. */
    @Nullable KnownToken find(TokenPrefix kind, TokenHash hash) {
        if (tail.isCurrent()) {
            KnownToken remembered = memory.find(hash);
            if (remembered != null || memory.isUnknown(hash)) {
                return remembered;
            }
        }
        TokenCache.Mark mark = memory.mark();
        Optional<KnownToken> found = lookUp.byHash(kind, hash);
        if (found.isEmpty()) {
            memory.keepUnknown(hash);
            return null;
        }
        memory.keep(hash, found.get(), mark);
        return found.get();
    }

    /** Null for an id that is no token's. */
    @Nullable KnownToken find(UUID tokenId) {
        KnownToken remembered = tail.isCurrent() ? memory.find(tokenId) : null;
        if (remembered != null) {
            return remembered;
        }
        TokenCache.Mark mark = memory.mark();
        Optional<KnownToken> found = lookUp.byId(tokenId);
        found.ifPresent(token -> memory.keep(token, mark));
        return found.orElse(null);
    }
}
