package io.gatehouse.registry.revocation;

import java.util.Set;
import java.util.UUID;

/**
 * Fired as a CDI event inside the transaction that ends tokens. Whoever remembers how tokens stand observes it after
 * completion, which comes before the caller has its answer; also after a failed commit, whose outcome nobody knows.
 */
public record Revoked(Set<UUID> tokenIds) {

    public Revoked {
        tokenIds = Set.copyOf(tokenIds);
    }
}
