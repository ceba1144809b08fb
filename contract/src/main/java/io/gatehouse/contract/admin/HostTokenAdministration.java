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
 * The tokens of hosts. What reaches past the organization of its host, by its scope or because the host is {@code *}, is
 * minted and rotated by the deployment's administrators only; whoever administers the host may revoke it.
 */
public interface HostTokenAdministration {

    /** The newest first, also those that are revoked or expired; empty where there is no such host. */
    Optional<Page<CredentialView>> list(Administrator administrator, UUID hostId, PageRequest page);

    /** @param expiresAt null for a token that lasts until it is revoked or rotated */
    Issue mint(Administrator administrator, UUID hostId, Set<HostScope> scopes, @Nullable Instant expiresAt);

    /**
     * A fresh token of the same scopes in place of one that is usable, which ends after the overlap at the latest. One
     * that is running out may be rotated again, which does not lengthen it; of two rotations at the same instant one wins.
     *
     * @param overlap null for the configured one
     */
    Issue rotate(Administrator administrator, UUID hostId, UUID tokenId, @Nullable Duration overlap);

    /** Revokes the token, which may be revoked before. False where there is no such token of that host. */
    boolean revoke(Administrator administrator, UUID hostId, UUID tokenId);
}
