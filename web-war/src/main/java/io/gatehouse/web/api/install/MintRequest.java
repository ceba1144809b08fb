package io.gatehouse.web.api.install;

import io.gatehouse.web.edge.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/install/token}. */
@Schema(requiredProperties = "templateAgentId")
record MintRequest(
        @Schema(description = "The template agent's id, or the slug of the organization that publishes it")
        String templateAgentId,

        @Schema(description = "The platform from which the token will be sent; any if missing") @Nullable String platform) {

    static MintRequest from(JsonBody body) {
        MintRequest request = new MintRequest(body.text("templateAgentId", 200), body.optionalText("platform", 32));
        body.refuseFaults();
        return request;
    }
}
