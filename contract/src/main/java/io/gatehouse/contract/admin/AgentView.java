package io.gatehouse.contract.admin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent, as shown to administrators.
 *
 * @param kind {@code template}, {@code installed} or {@code registered}
 * @param name null if it has no name of its own
 * @param templateAgentId of an installed agent
 * @param servedByAgentId the registered agent that answers for a template; null if none does
 * @param registration of a registered agent
 */
public record AgentView(
        UUID id,
        UUID organizationId,
        String kind,
        @Nullable String name,
        @Nullable UUID templateAgentId,
        @Nullable UUID servedByAgentId,
        @Nullable Registration registration,
        Instant createdAt) {

    /** How a registered agent is addressed. */
    public record Registration(String agentUserId, String alias, String host) {}
}
