package io.gatehouse.web.admin;

import io.gatehouse.contract.connection.NewConnection;
import io.gatehouse.web.json.JsonBody;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/admin/connections}. What the settings must hold is judged behind the contract. */
@Schema(
        requiredProperties = {"platform", "templateAgentId", "name", "settings"},
        description = "The settings of whatsapp: displayNumber, phoneNumberId, appSecret, accessToken, verifyToken; of"
                + " telegram: botUsername, botToken, secretToken; of slack: signingSecret, botToken, and if wanted teamId"
                + " and appId; of matrix: roomId if wanted")
record ConnectionRequest(
        @Schema(description = "whatsapp, telegram, slack or matrix")
        String platform,

        @Schema(description = "The template agent's id, or the slug of its publisher")
        String templateAgentId,

        String name,

        @Schema(description = "Of replies, where the platform does not say the person's: en (the default) or de")
        @Nullable String language,

        @Schema(description = "Where the platform's API is; the platform's own where it is missing") @Nullable String apiBaseUrl,

        Map<String, String> settings) {

    static final int LONGEST_URL = 500;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_SETTING = 2_000;
    static final int MOST_SETTINGS = 16;
    static final int LONGEST_LANGUAGE = 10;

    static ConnectionRequest from(JsonBody body) {
        ConnectionRequest request = new ConnectionRequest(
                body.text("platform", 32),
                body.text("templateAgentId", LONGEST_NAME),
                body.text("name", LONGEST_NAME),
                body.optionalText("language", LONGEST_LANGUAGE),
                body.optionalText("apiBaseUrl", LONGEST_URL),
                body.optionalTextsByName("settings", MOST_SETTINGS, LONGEST_SETTING));
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
