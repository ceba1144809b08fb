package io.gatehouse.web.api.install;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstallCommand;
import io.gatehouse.web.edge.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/install}: names the template either by slug or by id. */
record InstallRequest(
        @Schema(description = "The slug of the organization that publishes the template") @Nullable String slug,

        @Schema(description = "The template agent's id") @Nullable String templateAgentId,

        @Schema(description = "The agent's name; default the template's name") @Nullable String name,

        @Schema(
                name = "whatsapp_phone",
                description = "A number to link. It waits until its phone answers YES to the greeting, and has no "
                        + "effect on links of others")
        @Nullable String whatsappPhone) {

    static InstallRequest from(JsonBody body) {
        InstallRequest request = new InstallRequest(
                body.optionalText("slug", 200),
                body.optionalText("templateAgentId", 200),
                body.optionalText("name", 200),
                body.optionalText("whatsapp_phone", 64));
        if ((request.slug == null) == (request.templateAgentId == null)) {
            body.fault("", "must have slug or templateAgentId, one of the two");
        }
        body.refuseFaults();
        return request;
    }

    InstallCommand toCommand(UserId user) {
        String template = slug == null ? String.valueOf(templateAgentId) : slug;
        return new InstallCommand(user, template, name, whatsappPhone);
    }
}
