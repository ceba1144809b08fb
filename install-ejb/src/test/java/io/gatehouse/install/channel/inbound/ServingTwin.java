package io.gatehouse.install.channel.inbound;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.ServingAgent;
import io.gatehouse.contract.registry.ServingAgents;
import io.gatehouse.contract.registry.ServingResult;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One agent that serves one template. */
final class ServingTwin implements ServingAgents {

    private final UUID template;
    private final Supplier<UUID> agent;

    ServingTwin(UUID template, Supplier<UUID> agent) {
        this.template = template;
        this.agent = agent;
    }

    @Override
    public ServingResult serve(UUID templateAgentId, @Nullable AgentUserId agentUserId, String actor) {
        throw new UnsupportedOperationException("the registry's own tests let agents serve");
    }

    @Override
    public Optional<ServingAgent> servingAgentOf(UUID templateAgentId) {
        return templateAgentId.equals(template)
                ? Optional.of(new ServingAgent(agent.get(), new AgentUserId("@agent-a-b:example")))
                : Optional.empty();
    }
}
