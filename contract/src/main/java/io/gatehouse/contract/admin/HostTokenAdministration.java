package io.gatehouse.contract.admin;

import io.gatehouse.contract.access.HostScope;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Administration of hosts' tokens. Only the deployment's administrators mint and rotate tokens that reach beyond the
 * organization of their host, by scope or because the host is {@code *}. Every administrator of the host may revoke
 * them.
 */
public interface HostTokenAdministration {

    /** Lists tokens, newest first, including revoked and expired ones; empty if the host does not exist. */
    Optional<Page<CredentialView>> list(Administrator administrator, UUID hostId, PageRequest page);

    /** @param expiresAt null if the token shall last until it is revoked or rotated */
    Issue mint(Administrator administrator, UUID hostId, Set<HostScope> scopes, @Nullable Instant expiresAt);

    /**
     * Issues a new token with the same scopes as a valid one, which expires after the overlap at the latest. A token
     * within its overlap may be rotated again, which does not extend it. Of two concurrent rotations one succeeds.
     *
     * @param overlap null for the configured one
     */
    Issue rotate(Administrator administrator, UUID hostId, UUID tokenId, @Nullable Duration overlap);

    /** Revokes the token; repeatable. Returns false if the host has no such token. */
    boolean revoke(Administrator administrator, UUID hostId, UUID tokenId);
}
