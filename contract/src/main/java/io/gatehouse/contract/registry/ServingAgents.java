package io.gatehouse.contract.registry;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which registered agent answers the messages that are routed to installs of a template. */
public interface ServingAgents {

    /**
     * Lets that agent serve the template from now on, in place of whoever did. It may be one of the template's own
     * organization, or one of the operator's: those serve every tenant. Whether it runs at the moment does not matter;
     * messages wait in its inbox. Who may ask for it is the caller's to judge.
     *
     * <p>Of two calls at once the later one stays. A call that changes nothing leaves no audit event.
     *
     * @param agentUserId null for nobody
     * @param actor for the audit trail, as in {@code user:<id>}
     */
    ServingResult serve(UUID templateAgentId, @Nullable AgentUserId agentUserId, String actor);

    /** Empty where nobody serves the template, or it is none. Reads in the caller's transaction, if there is one. */
    Optional<ServingAgent> servingAgentOf(UUID templateAgentId);
}
