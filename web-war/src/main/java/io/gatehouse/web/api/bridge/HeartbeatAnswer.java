package io.gatehouse.web.api.bridge;

import io.gatehouse.contract.registry.HeartbeatResult.Renewed;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A renewed lease. */
record HeartbeatAnswer(
        @JsonbProperty("lease_expires_at")
        @Schema(name = "lease_expires_at", description = "When the next heartbeat is due")
        Instant leaseExpiresAt,

        @Schema(description = "The generation of the last registration on the host")
        long generation,

        @Schema(description = "How many agents it keeps active; 0 if all are retired")
        int active) {

    static HeartbeatAnswer from(Renewed renewed) {
        return new HeartbeatAnswer(renewed.leaseExpiresAt(), renewed.generation(), renewed.active());
    }
}
