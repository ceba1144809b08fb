package io.gatehouse.web.api.admin;

import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.web.edge.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/admin/hosts}. */
@Schema(requiredProperties = "name")
record HostRequest(
        @Schema(description = "[a-z0-9][a-z0-9._-]*, at most 200 characters; unique in the deployment")
        String name,

        @Schema(
                description = "Id or slug of its organization; defaults to the operator's for an administrator of the "
                        + "deployment")
        @Nullable String organization) {

    private static final int MAX_LENGTH = 255;

    static HostRequest from(JsonBody body) {
        HostRequest request =
                new HostRequest(body.text("name", MAX_LENGTH), body.optionalText("organization", MAX_LENGTH));
        if (!request.name.isBlank() && !AgentName.isPart(request.name)) {
            body.fault("name", "must be [a-z0-9][a-z0-9._-]*, at most 200 characters");
        }
        body.refuseFaults();
        return request;
    }
}
