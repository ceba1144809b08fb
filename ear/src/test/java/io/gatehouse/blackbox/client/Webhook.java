package io.gatehouse.blackbox.client;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Delivers like the platforms: with their bodies and their proofs. */
public final class Webhook {

    private final Caller caller;
    private final String path;

    /** @param connection the administration API's answer */
    public Webhook(Gatehouse gatehouse, JsonObject connection) {
        this.caller = gatehouse.anyone();
        this.path = "/api/webhooks/" + connection.getString("platform") + "/" + connection.getString("id");
    }

    public String path() {
        return path;
    }

    /** A WhatsApp message. */
    public record Said(String from, String id, String text) {

        public Said(String from, String text) {
            this(from, "wamid." + UUID.randomUUID(), text);
        }
    }

    /** A delivery with these messages, signed by the app of {@link Channel#whatsapp}. */
    public Answer whatsapp(Said... messages) {
        return whatsapp(whatsappBody(List.of(messages)));
    }

    /** Any body, signed by the app. */
    public Answer whatsapp(String body) {
        return deliver(body, Map.of("X-Hub-Signature-256", "sha256=" + hex(Channel.APP_SECRET, body)));
    }

    public static String whatsappBody(List<Said> messages) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        JsonArrayBuilder contacts = Json.createArrayBuilder();
        for (Said message : messages) {
            contacts.add(Json.createObjectBuilder()
                    .add("profile", Json.createObjectBuilder().add("name", "Ada"))
                    .add("wa_id", message.from()));
            array.add(Json.createObjectBuilder()
                    .add("from", message.from())
                    .add("id", message.id())
                    .add("timestamp", String.valueOf(Instant.now().getEpochSecond()))
                    .add("type", "text")
                    .add("text", Json.createObjectBuilder().add("body", message.text())));
        }
        return Json.createObjectBuilder()
                .add("object", "whatsapp_business_account")
                .add(
                        "entry",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("id", "102290129340398")
                                        .add(
                                                "changes",
                                                Json.createArrayBuilder()
                                                        .add(Json.createObjectBuilder()
                                                                .add("field", "messages")
                                                                .add(
                                                                        "value",
                                                                        Json.createObjectBuilder()
                                                                                .add("messaging_product", "whatsapp")
                                                                                .add(
                                                                                        "metadata",
                                                                                        Json.createObjectBuilder()
                                                                                                .add(
                                                                                                        "phone_number_id",
                                                                                                        Channel
                                                                                                                .PHONE_NUMBER_ID))
                                                                                .add("contacts", contacts)
                                                                                .add("messages", array))))))
                .build()
                .toString();
    }

    /** A private message of a Telegram user. */
    public Answer telegram(long user, long updateId, String text) {
        return deliver(
                telegramBody(user, updateId, text), Map.of("X-Telegram-Bot-Api-Secret-Token", Channel.SECRET_TOKEN));
    }

    public static String telegramBody(long user, long updateId, String text) {
        return Json.createObjectBuilder()
                .add("update_id", updateId)
                .add(
                        "message",
                        Json.createObjectBuilder()
                                .add("message_id", 1)
                                .add(
                                        "from",
                                        Json.createObjectBuilder()
                                                .add("id", user)
                                                .add("is_bot", false)
                                                .add("first_name", "Ada"))
                                .add(
                                        "chat",
                                        Json.createObjectBuilder()
                                                .add("id", user)
                                                .add("type", "private"))
                                .add("date", Instant.now().getEpochSecond())
                                .add("text", text))
                .build()
                .toString();
    }

    /** A direct message of a Slack user; the channel has the same name as the user. */
    public Answer slack(String user, String eventId, String text) {
        return slack(slackBody(user, eventId, text), Instant.now().getEpochSecond());
    }

    public static String slackBody(String user, String eventId, String text) {
        return Json.createObjectBuilder()
                .add("type", "event_callback")
                .add("team_id", Channel.TEAM)
                .add("event_id", eventId)
                .add(
                        "event",
                        Json.createObjectBuilder()
                                .add("type", "message")
                                .add("channel_type", "im")
                                .add("channel", "D" + user)
                                .add("user", user)
                                .add("team", Channel.TEAM)
                                .add("ts", Instant.now().getEpochSecond() + ".000100")
                                .add("text", text))
                .build()
                .toString();
    }

    /** Any body, signed at that time. */
    public Answer slack(String body, long time) {
        return deliver(
                body,
                Map.of(
                        "X-Slack-Request-Timestamp",
                        String.valueOf(time),
                        "X-Slack-Signature",
                        "v0=" + hex(Channel.SIGNING_SECRET, "v0:" + time + ":" + body)));
    }

    /** Any body with any headers. */
    public Answer deliver(String body, Map<String, String> headers) {
        return caller.post(path, "application/json", body, new LinkedHashMap<>(headers));
    }

    public static String hex(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
