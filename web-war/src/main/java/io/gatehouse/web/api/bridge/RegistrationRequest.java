package io.gatehouse.web.api.bridge;

import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.web.edge.json.JsonBody;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code POST /bridge/v1/agents}. */
@Schema(requiredProperties = {"alias", "host"})
record RegistrationRequest(
        @Schema(description = "[a-z0-9][a-z0-9._-]*") String alias,

        @Schema(description = "[a-z0-9][a-z0-9._-]*; the token's own, unless the token is for every host")
        String host,

        @JsonbProperty("display_name")
        @Schema(name = "display_name", description = "The agent's display name; unchanged if missing")
        @Nullable String displayName) {

    static RegistrationRequest from(JsonBody body) {
        RegistrationRequest request = new RegistrationRequest(
                NameFields.part(body, "alias"), NameFields.part(body, "host"), NameFields.displayName(body));
        body.refuseFaults();
        return request;
    }

    AgentName name() {
        return new AgentName(alias, host);
    }
}
