package io.gatehouse.contract.registry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Removes agents from the registry, or revokes single tokens. */
public interface AgentRevocations {

    /**
     * Revokes all tokens of the agent and retires it; only a new registration reactivates it. Does nothing if the agent
     * does not exist or belongs to another organization.
     *
     * @param generation the registration to revoke, so that an old process does not remove its successor: if the agent
     *     has registered again since, nothing happens. Null for the current one
     */
    RevocationResult revoke(CallingHost caller, AgentName name, @Nullable Long generation);

    /** Same, by user id. */
    RevocationResult revoke(CallingHost caller, AgentUserId userId, @Nullable Long generation);

    /** Revokes one token of the agent; the agent keeps its status. Ignores a token of another agent. */
    RevocationResult revokeToken(CallingHost caller, AgentName name, UUID tokenId);

    /** Same, by user id. */
    RevocationResult revokeToken(CallingHost caller, AgentUserId userId, UUID tokenId);
}
