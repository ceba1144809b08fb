package io.gatehouse.web.admin;

import io.gatehouse.contract.connection.ConnectionChange;
import io.gatehouse.web.json.JsonBody;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

// On "settings" itself no @Schema may stand: Payara takes an accessor whose name begins with "set" for a setter.
/** {@code PATCH /api/admin/connections/{id}}: what is missing stays as it is. */
@Schema(description = "What is missing stays; in settings, those that get another value")
record ConnectionChangeRequest(
        @Nullable String name,
        @Nullable String language,
        @Nullable String apiBaseUrl,
        @Nullable Boolean enabled,

        Map<String, String> settings) {

    static ConnectionChangeRequest from(JsonBody body) {
        ConnectionChangeRequest request = new ConnectionChangeRequest(
                body.optionalText("name", ConnectionRequest.LONGEST_NAME),
                body.optionalText("language", ConnectionRequest.LONGEST_LANGUAGE),
                body.optionalText("apiBaseUrl", ConnectionRequest.LONGEST_URL),
                body.optionalFlag("enabled"),
                body.optionalTextsByName(
                        "settings", ConnectionRequest.MOST_SETTINGS, ConnectionRequest.LONGEST_SETTING));
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
