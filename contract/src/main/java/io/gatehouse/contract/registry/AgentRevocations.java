package io.gatehouse.contract.registry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes agents out of the registry, or tokens from them. */
public interface AgentRevocations {

    /**
     * Revokes every token of the agent and retires it: only a new registration brings it back. Of an agent that is not
     * there, or is another organization's, nothing is revoked.
     *
     * @param generation the registration that is meant, so that an old process never removes its successor: where the
     *     agent has registered again since, nothing happens. Null for whichever it is
     */
    RevocationResult revoke(CallingHost caller, AgentName name, @Nullable Long generation);

    /** The same, by user id. */
    RevocationResult revoke(CallingHost caller, AgentUserId userId, @Nullable Long generation);

    /** Revokes one token of the agent, which stays what it is. A token of another agent is none of this one's. */
    RevocationResult revokeToken(CallingHost caller, AgentName name, UUID tokenId);

    /** The same, by user id. */
    RevocationResult revokeToken(CallingHost caller, AgentUserId userId, UUID tokenId);
}
