package io.gatehouse.web.api.admin;

import io.gatehouse.contract.connection.NewConnection;
import io.gatehouse.web.edge.json.JsonBody;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/admin/connections}. The settings are validated behind the contract. */
@Schema(
        requiredProperties = {"platform", "templateAgentId", "name", "settings"},
        description = "The settings of whatsapp: displayNumber, phoneNumberId, appSecret, accessToken, "
                + "verifyToken; of telegram: botUsername, botToken, secretToken; of slack: signingSecret, "
                + "botToken, and optionally teamId and appId; of matrix: optionally roomId")
record ConnectionRequest(
        @Schema(description = "whatsapp, telegram, slack or matrix")
        String platform,

        @Schema(description = "The template agent's id, or the slug of its publisher")
        String templateAgentId,

        String name,

        @Schema(
                description = "The language of replies if the platform does not report the person's: en (the default) "
                        + "or de")
        @Nullable String language,

        @Schema(description = "The base URL of the platform's API; if missing, the platform's own") @Nullable String apiBaseUrl,

        Map<String, String> settings) {

    static final int MAX_URL_LENGTH = 500;
    static final int MAX_NAME_LENGTH = 200;
    static final int MAX_SETTING_LENGTH = 2_000;
    static final int MAX_SETTINGS = 16;
    static final int MAX_LANGUAGE_LENGTH = 10;

    static ConnectionRequest from(JsonBody body) {
        ConnectionRequest request = new ConnectionRequest(
                body.text("platform", 32),
                body.text("templateAgentId", MAX_NAME_LENGTH),
                body.text("name", MAX_NAME_LENGTH),
                body.optionalText("language", MAX_LANGUAGE_LENGTH),
                body.optionalText("apiBaseUrl", MAX_URL_LENGTH),
                body.optionalTextsByName("settings", MAX_SETTINGS, MAX_SETTING_LENGTH));
        body.refuseFaults();
        return request;
    }

    NewConnection toCommand() {
        return new NewConnection(platform, templateAgentId, name, language, apiBaseUrl, settings);
    }

    @Override
    public String toString() {
        return "ConnectionRequest[" + platform + ", " + name + "]";
    }
}
