package io.gatehouse.contract.admin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent as its administrators see it.
 *
 * @param kind {@code template}, {@code installed} or {@code registered}
 * @param name null where it has none of its own
 * @param templateAgentId of an installed agent
 * @param servedByAgentId the registered agent that answers for a template; null where none does
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

    /** What a registered agent is known by. */
    public record Registration(String agentUserId, String alias, String host) {}
}
