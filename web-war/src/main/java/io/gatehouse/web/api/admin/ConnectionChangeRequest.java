package io.gatehouse.web.api.admin;

import io.gatehouse.contract.connection.ConnectionChange;
import io.gatehouse.web.edge.json.JsonBody;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

// "settings" itself must not carry @Schema: Payara takes an accessor whose name begins with "set" for a setter.
/** {@code PATCH /api/admin/connections/{id}}: missing fields are left unchanged. */
@Schema(description = "Missing fields are left unchanged; in settings, missing keys are")
record ConnectionChangeRequest(
        @Nullable String name,
        @Nullable String language,
        @Nullable String apiBaseUrl,
        @Nullable Boolean enabled,

        Map<String, String> settings) {

    static ConnectionChangeRequest from(JsonBody body) {
        ConnectionChangeRequest request = new ConnectionChangeRequest(
                body.optionalText("name", ConnectionRequest.MAX_NAME_LENGTH),
                body.optionalText("language", ConnectionRequest.MAX_LANGUAGE_LENGTH),
                body.optionalText("apiBaseUrl", ConnectionRequest.MAX_URL_LENGTH),
                body.optionalFlag("enabled"),
                body.optionalTextsByName(
                        "settings", ConnectionRequest.MAX_SETTINGS, ConnectionRequest.MAX_SETTING_LENGTH));
        body.refuseFaults();
        return request;
    }

    ConnectionChange toCommand() {
        return new ConnectionChange(name, language, apiBaseUrl, enabled, settings);
    }

    @Override
    public String toString() {
        return "ConnectionChangeRequest[" + settings.keySet() + "]";
    }
}
