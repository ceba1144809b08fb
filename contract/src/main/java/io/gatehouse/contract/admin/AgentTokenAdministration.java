package io.gatehouse.contract.admin;

import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Administration of registered agents' tokens. */
public interface AgentTokenAdministration {

    /** Lists tokens, newest first, including revoked and expired ones; empty if the registered agent does not exist. */
    Optional<Page<CredentialView>> list(Administrator administrator, UUID agentId, PageRequest page);

    /**
     * Issues a new token for the agent. Its other tokens expire after the overlap at the latest.
     *
     * @param overlap null for the configured one
     */
    Issue rotate(Administrator administrator, UUID agentId, @Nullable Duration overlap);

    /** Revokes the token; repeatable. Returns false if the agent has no such token. */
    boolean revoke(Administrator administrator, UUID agentId, UUID tokenId);

    /** Revokes all tokens and returns how many were still valid; empty if the registered agent does not exist. */
    OptionalInt revokeAll(Administrator administrator, UUID agentId);
}
