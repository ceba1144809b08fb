package io.gatehouse.web.api.bridge;

import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.contract.registry.AgentRevocations;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.RevocationResult;
import io.gatehouse.web.edge.json.JsonBody;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code POST /bridge/v1/agents/revoke}. */
record RevocationRequest(
        @Schema(description = "With the host, identifies the agent") @Nullable String alias,

        @Nullable String host,

        @JsonbProperty("agent_user_id")
        @Schema(name = "agent_user_id", description = "Instead of alias and host")
        @Nullable String agentUserId,

        @JsonbProperty("token_id")
        @Schema(name = "token_id", description = "Revokes that token only; the agent's status does not change")
        @Nullable UUID tokenId,

        @Schema(
                description = "Without token_id: revokes that registration only, and nothing if the agent has "
                        + "registered again since")
        @Nullable Long generation) {

    private static final int MAX_USER_ID_LENGTH = 255;

    static RevocationRequest from(JsonBody body) {
        String userId = body.optionalText("agent_user_id", MAX_USER_ID_LENGTH);
        if (userId != null && !AgentUserId.isOne(userId)) {
            body.fault("agent_user_id", "must be an agent's user id");
        }
        if (userId != null && (body.holds("alias") || body.holds("host"))) {
            body.fault("agent_user_id", "stands in place of alias and host");
        }
        RevocationRequest request = new RevocationRequest(
                userId == null ? NameFields.part(body, "alias") : null,
                userId == null ? NameFields.part(body, "host") : null,
                userId,
                body.optionalId("token_id"),
                NameFields.generation(body));
        body.refuseFaults();
        return request;
    }

    RevocationResult revoke(CallingHost caller, AgentRevocations revocations) {
        if (agentUserId != null) {
            AgentUserId id = new AgentUserId(agentUserId);
            return tokenId == null
                    ? revocations.revoke(caller, id, generation)
                    : revocations.revokeToken(caller, id, tokenId);
        }
        AgentName name = new AgentName(String.valueOf(alias), String.valueOf(host));
        return tokenId == null
                ? revocations.revoke(caller, name, generation)
                : revocations.revokeToken(caller, name, tokenId);
    }
}
