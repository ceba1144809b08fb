package io.gatehouse.web.api.bridge;

import io.gatehouse.contract.registry.RegistrationResult.Registered;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A registration with its token, which is shown only here. */
record RegistrationAnswer(
        @JsonbProperty("agent_user_id") @Schema(name = "agent_user_id")
        String agentUserId,

        @JsonbProperty("bridge_token") @Schema(name = "bridge_token", description = "Shown only here")
        String bridgeToken,

        @JsonbProperty("token_id") @Schema(name = "token_id")
        UUID tokenId,

        @Schema(description = "Identifies this registration among all on its host")
        long generation,

        @JsonbProperty("lease_expires_at")
        @Schema(name = "lease_expires_at", description = "When the next heartbeat is due")
        Instant leaseExpiresAt) {

    static RegistrationAnswer from(Registered registered) {
        return new RegistrationAnswer(
                registered.agentUserId().value(),
                registered.bridgeToken(),
                registered.tokenId(),
                registered.generation(),
                registered.leaseExpiresAt());
    }

    @Override
    public String toString() {
        return "RegistrationAnswer[" + agentUserId + "]";
    }
}
