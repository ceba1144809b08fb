package io.gatehouse.web.api.message;

import io.gatehouse.web.edge.json.JsonBody;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code POST /bridge/v1/typing}. */
@Schema(requiredProperties = {"room_id", "typing"})
record TypingRequest(
        @JsonbProperty("room_id") @Schema(name = "room_id") String roomId,

        boolean typing,

        @JsonbProperty("timeout_ms") @Schema(name = "timeout_ms", description = "Default 30,000, at most 120,000")
        long timeoutMs,

        @JsonbProperty("agent_user_id")
        @Schema(name = "agent_user_id", description = "The agent on whose behalf the call is made; required from hosts")
        @Nullable String agentUserId) {

    private static final long MAX_MILLIS = 120_000;
    private static final long DEFAULT_MILLIS = 30_000;

    static TypingRequest from(JsonBody body) {
        TypingRequest request = new TypingRequest(
                RoomIds.from(body),
                body.flag("typing"),
                body.optionalCount("timeout_ms", MAX_MILLIS, DEFAULT_MILLIS),
                body.optionalText("agent_user_id", 255));
        body.refuseFaults();
        return request;
    }

    Duration timeout() {
        return Duration.ofMillis(timeoutMs);
    }
}
