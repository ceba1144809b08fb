package io.gatehouse.blackbox.client;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery with one WhatsApp message of any shape. */
public final class WhatsAppBody {

    private static final String ACCOUNT = "102290129340398";

    private WhatsAppBody() {}

    /**
     * A text message.
     *
     * @param from the sender's number; null if it is hidden
     * @param userId the sender's business-scoped id; null for none
     */
    public static String words(@Nullable String from, @Nullable String userId, String text) {
        return message(
                from,
                userId,
                Json.createObjectBuilder()
                        .add("type", "text")
                        .add("text", Json.createObjectBuilder().add("body", text)));
    }

    /** A text message of a sender with a username and a hidden number. */
    public static String wordsOf(String username, String userId, String text) {
        JsonObjectBuilder message = Json.createObjectBuilder()
                .add("type", "text")
                .add("text", Json.createObjectBuilder().add("body", text))
                .add("from_user_id", userId);
        JsonObjectBuilder contact = Json.createObjectBuilder()
                .add("profile", Json.createObjectBuilder().add("name", "Ada").add("username", username))
                .add("user_id", userId);
        return body(message, Json.createArrayBuilder().add(contact));
    }

    /** A message of any other type. */
    public static String message(@Nullable String from, @Nullable String userId, JsonObjectBuilder message) {
        JsonObjectBuilder contact = Json.createObjectBuilder()
                .add("profile", Json.createObjectBuilder().add("name", "Ada"));
        add(contact, "wa_id", from);
        add(contact, "user_id", userId);
        add(message, "from", from);
        add(message, "from_user_id", userId);
        return body(message, Json.createArrayBuilder().add(contact));
    }

    /** A message of type {@code system}, which has no contacts. */
    public static String system(@Nullable String from, JsonObjectBuilder system) {
        JsonObjectBuilder message =
                Json.createObjectBuilder().add("type", "system").add("system", system);
        add(message, "from", from);
        return body(message, null);
    }

    private static void add(JsonObjectBuilder object, String name, @Nullable String value) {
        if (value != null) {
            object.add(name, value);
        }
    }

    private static String body(JsonObjectBuilder message, @Nullable JsonArrayBuilder contacts) {
        JsonObjectBuilder value = Json.createObjectBuilder()
                .add("messaging_product", "whatsapp")
                .add(
                        "metadata",
                        Json.createObjectBuilder()
                                .add("display_phone_number", "447911123456")
                                .add("phone_number_id", Channel.PHONE_NUMBER_ID));
        if (contacts != null) {
            value.add("contacts", contacts);
        }
        message.add("id", "wamid." + UUID.randomUUID())
                .add("timestamp", String.valueOf(Instant.now().getEpochSecond()));
        value.add("messages", Json.createArrayBuilder().add(message));
        return Json.createObjectBuilder()
                .add("object", "whatsapp_business_account")
                .add(
                        "entry",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("id", ACCOUNT)
                                        .add(
                                                "changes",
                                                Json.createArrayBuilder()
                                                        .add(Json.createObjectBuilder()
                                                                .add("field", "messages")
                                                                .add("value", value)))))
                .build()
                .toString();
    }
}
