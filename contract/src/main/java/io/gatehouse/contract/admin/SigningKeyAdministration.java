package io.gatehouse.contract.admin;

import io.gatehouse.contract.access.HostScope;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Administration of the keys that hosts sign requests with. A key grants the same as a token with its scopes, and is
 * issued by the same administrators.
 */
public interface SigningKeyAdministration {

    /** Lists keys, newest first, including revoked and expired ones; empty if the host does not exist. */
    Optional<Page<CredentialView>> list(Administrator administrator, UUID hostId, PageRequest page);

    /**
     * Creates a key. Its secret is returned as base64 (RFC 4648 section 4) of its bytes.
     *
     * @param expiresAt null if the key shall last until it is revoked
     */
    Issue make(Administrator administrator, UUID hostId, Set<HostScope> scopes, @Nullable Instant expiresAt);

    /** Revokes the key; repeatable. Returns false if the host has no such key. */
    boolean revoke(Administrator administrator, UUID hostId, UUID keyId);
}
