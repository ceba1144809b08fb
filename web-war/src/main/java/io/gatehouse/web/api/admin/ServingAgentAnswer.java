package io.gatehouse.web.api.admin;

import io.gatehouse.contract.registry.ServingAgent;
import java.util.UUID;

/** The registered agent that serves a template. */
record ServingAgentAnswer(UUID agentId, String agentUserId) {

    static ServingAgentAnswer from(ServingAgent agent) {
        return new ServingAgentAnswer(agent.agentId(), agent.userId().value());
    }
}
