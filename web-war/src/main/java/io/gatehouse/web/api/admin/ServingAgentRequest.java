package io.gatehouse.web.api.admin;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.web.edge.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** {@code PUT /api/admin/agents/{id}/serving-agent}. */
@Schema(requiredProperties = "agentUserId")
record ServingAgentRequest(
        @Schema(description = "As in the answer to its registration, @agent-<alias>-<host>:<server name>")
        String agentUserId) {

    private static final int MAX_LENGTH = 255;

    static ServingAgentRequest from(JsonBody body) {
        ServingAgentRequest request = new ServingAgentRequest(body.text("agentUserId", MAX_LENGTH));
        body.refuseFaults();
        return request;
    }

    AgentUserId userId() {
        return new AgentUserId(agentUserId);
    }
}
