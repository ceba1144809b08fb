package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.AgentView;
import io.gatehouse.contract.admin.AgentView.Registration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agent as shown to its administrators. */
record AdminAgentAnswer(
        UUID id,
        UUID organizationId,

        @Schema(description = "template, installed or registered")
        String kind,

        @Nullable String name,

        @Schema(description = "For an installed agent") @Nullable UUID templateAgentId,

        @Schema(description = "For a template: the registered agent that serves it, if any") @Nullable UUID servedByAgentId,

        @Schema(description = "For a registered agent") @Nullable String agentUserId,

        @Schema(description = "For a registered agent") @Nullable String alias,

        @Schema(description = "For a registered agent: its host") @Nullable String host,

        Instant createdAt) {

    static AdminAgentAnswer from(AgentView agent) {
        Registration registration = agent.registration();
        return new AdminAgentAnswer(
                agent.id(),
                agent.organizationId(),
                agent.kind(),
                agent.name(),
                agent.templateAgentId(),
                agent.servedByAgentId(),
                registration == null ? null : registration.agentUserId(),
                registration == null ? null : registration.alias(),
                registration == null ? null : registration.host(),
                agent.createdAt());
    }
}
