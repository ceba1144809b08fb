package io.gatehouse.contract.admin;

import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tokens of registered agents. */
public interface AgentTokenAdministration {

    /** The newest first, also those that are revoked or expired; empty where there is no such registered agent. */
    Optional<Page<CredentialView>> list(Administrator administrator, UUID agentId, PageRequest page);

    /**
     * A fresh token for the agent; all that it has end after the overlap at the latest.
     *
     * @param overlap null for the configured one
     */
    Issue rotate(Administrator administrator, UUID agentId, @Nullable Duration overlap);

    /** Revokes the token, which may be revoked before. False where there is no such token of that agent. */
    boolean revoke(Administrator administrator, UUID agentId, UUID tokenId);

    /** How many tokens were not revoked before; empty where there is no such registered agent. */
    OptionalInt revokeAll(Administrator administrator, UUID agentId);
}
