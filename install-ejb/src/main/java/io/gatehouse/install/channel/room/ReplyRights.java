package io.gatehouse.install.channel.room;

import io.gatehouse.contract.registry.ServingAgents;
import io.gatehouse.install.channel.route.RouteStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Checks whether an agent may reply in a chat, by the present state of the database. */
@Dependent
public class ReplyRights {

    private final ServingAgents serving;
    private final RouteStore routes;

    @Inject
    public ReplyRights(ServingAgents serving, RouteStore routes) {
        this.serving = serving;
        this.routes = routes;
    }

    boolean serves(UUID agentId, UUID templateAgentId) {
        return serving.servingAgentOf(templateAgentId)
                .filter(agent -> agent.agentId().equals(agentId))
                .isPresent();
    }

    /** Whether the account's messages are routed to an agent of the template. */
    boolean isRouted(String accountKey, UUID templateAgentId) {
        return routes.find(accountKey, templateAgentId).isPresent();
    }
}
