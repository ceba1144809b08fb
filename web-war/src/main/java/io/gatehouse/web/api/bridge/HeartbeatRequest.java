package io.gatehouse.web.api.bridge;

import io.gatehouse.web.edge.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code POST /bridge/v1/hosts/{host}/heartbeat}. */
record HeartbeatRequest(
        @Schema(description = "The registration on whose behalf the host calls; missing for the host as a whole")
        @Nullable Long generation) {

    /** @param bytes may be empty for a host as a whole, which has nothing else to state */
    static HeartbeatRequest from(byte[] bytes) {
        if (bytes.length == 0) {
            return new HeartbeatRequest(null);
        }
        JsonBody body = JsonBody.parse(bytes);
        HeartbeatRequest request = new HeartbeatRequest(NameFields.generation(body));
        body.refuseFaults();
        return request;
    }
}
