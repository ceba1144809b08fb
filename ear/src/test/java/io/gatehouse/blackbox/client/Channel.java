package io.gatehouse.blackbox.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Chat channels, as bodies of {@code POST /api/admin/connections}. */
public final class Channel {

    public static final String TEMPLATE = "personal-finance";
    public static final String PHONE_NUMBER_ID = "106540352242922";
    public static final String APP_SECRET = "0123456789abcdef0123456789abcdef";
    public static final String ACCESS_TOKEN = "EAAJB-an-access-token-of-WhatsApp";
    public static final String VERIFY_TOKEN = "a-verify-token-of-ours";
    public static final String BOT_TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
    public static final String SECRET_TOKEN = "s3cret_s3cret-s3cret";
    public static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    public static final String TEAM = "T012AB3C4";

    private Channel() {}

    public static JsonObject whatsapp(String api) {
        return connection(
                "whatsapp",
                api,
                Json.createObjectBuilder()
                        .add("displayNumber", "+44 7911 123456")
                        .add("phoneNumberId", PHONE_NUMBER_ID)
                        .add("appSecret", APP_SECRET)
                        .add("accessToken", ACCESS_TOKEN)
                        .add("verifyToken", VERIFY_TOKEN));
    }

    public static JsonObject telegram(String api) {
        return connection(
                "telegram",
                api,
                Json.createObjectBuilder()
                        .add("botUsername", "penny_bot")
                        .add("botToken", BOT_TOKEN)
                        .add("secretToken", SECRET_TOKEN));
    }

    public static JsonObject slack(String api) {
        return connection(
                "slack",
                api,
                Json.createObjectBuilder()
                        .add("teamId", TEAM)
                        .add("signingSecret", SIGNING_SECRET)
                        .add("botToken", "xoxb-17653672481-19874698323"));
    }

    public static JsonObject matrix() {
        return Json.createObjectBuilder()
                .add("platform", "matrix")
                .add("templateAgentId", TEMPLATE)
                .add("name", "A room")
                .add("settings", Json.createObjectBuilder())
                .build();
    }

    /** A single room. */
    public static JsonObject matrix(String roomId) {
        return Json.createObjectBuilder(matrix())
                .add("settings", Json.createObjectBuilder().add("roomId", roomId))
                .build();
    }

    private static JsonObject connection(String platform, String api, JsonObjectBuilder settings) {
        return Json.createObjectBuilder()
                .add("platform", platform)
                .add("templateAgentId", TEMPLATE)
                .add("name", "A " + platform + " channel")
                .add("apiBaseUrl", api)
                .add("settings", settings)
                .build();
    }
}
