package io.gatehouse.registry.credential.revocation;

import java.util.Set;
import java.util.UUID;

/**
 * CDI event, fired in the transaction that ends tokens. Caches of token states observe it after completion, which is
 * before the caller gets its answer; also after a failed commit, whose outcome is unknown.
 */
public record TokensRevoked(Set<UUID> tokenIds) {

    public TokensRevoked {
        tokenIds = Set.copyOf(tokenIds);
    }
}
