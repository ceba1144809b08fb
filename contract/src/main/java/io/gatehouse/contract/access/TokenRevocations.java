package io.gatehouse.contract.access;

import java.util.UUID;

/** Revokes single tokens. The caller has checked the permission. */
public interface TokenRevocations {

    /**
     * Revokes the token. After the return this node refuses it; the other nodes do within a second.
     *
     * @param actor for the audit trail
     * @return false if the token does not exist or was already revoked
     */
    boolean revoke(UUID tokenId, String actor);
}
