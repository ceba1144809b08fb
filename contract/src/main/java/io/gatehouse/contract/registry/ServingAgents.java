package io.gatehouse.contract.registry;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which registered agent answers messages that are routed to installs of a template. */
public interface ServingAgents {

    /**
     * Makes the agent serve the template, replacing the one that did. The agent must belong to the template's
     * organization or to the operator's, whose agents serve all tenants. It need not be running: messages wait in its
     * inbox. The caller has checked the permission.
     *
     * <p>Of two concurrent calls the later one takes effect. A call that changes nothing writes no audit event.
     *
     * @param agentUserId null to have no agent serve it
     * @param actor for the audit trail, such as {@code user:<id>}
     */
    ServingResult serve(UUID templateAgentId, @Nullable AgentUserId agentUserId, String actor);

    /**
     * Returns empty if no agent serves the template, or if there is no such template. Reads in the caller's
     * transaction, if there is one.
     */
    Optional<ServingAgent> servingAgentOf(UUID templateAgentId);
}
