package io.gatehouse.contract.access;

import java.util.UUID;

/** Ends single tokens. Who may, the caller has judged. */
public interface TokenRevocations {

    /**
     * From the return on this node refuses the token, and every other within a second.
     *
     * @param actor for the audit trail
     * @return false if there is no such token, or it was revoked before
     */
    boolean revoke(UUID tokenId, String actor);
}
