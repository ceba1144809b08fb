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
 * The keys that hosts sign their requests with. They allow what tokens of the same scopes do, and are handed out by the
 * same administrators.
 */
public interface SigningKeyAdministration {

    /** The newest first, also those that are revoked or expired; empty where there is no such host. */
    Optional<Page<CredentialView>> list(Administrator administrator, UUID hostId, PageRequest page);

    /**
     * The secret of the key that is made is the base64 (RFC 4648 section 4) of its bytes.
     *
     * @param expiresAt null for a key that lasts until it is revoked
     */
    Issue make(Administrator administrator, UUID hostId, Set<HostScope> scopes, @Nullable Instant expiresAt);

    /** Revokes the key, which may be revoked before. False where there is no such key of that host. */
    boolean revoke(Administrator administrator, UUID hostId, UUID keyId);
}
