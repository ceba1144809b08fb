package io.gatehouse.web.api.matrix;

import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.kernel.json.JsonObjects;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the fields used here from an event (Matrix client-server API, ClientEvent). */
final class PushedEvent {

    private static final int MAX_ID_LENGTH = 255;
    private static final int MAX_CONTENT_LENGTH = 524_288;

    /** In milliseconds: the end of the year 9999. */
    private static final long MAX_TIMESTAMP = 253_402_300_799_999L;

    private PushedEvent() {}

    /** Empty if a required field of a room event is missing or too long. */
    static Optional<RoomEvent> read(String json) {
        JsonObject event = object(json);
        String eventId = text(event, "event_id", "$");
        String roomId = text(event, "room_id", "!");
        String sender = text(event, "sender", "@");
        String type = text(event, "type", "");
        JsonObject content = event.get("content") instanceof JsonObject given
                ? ReplyFallback.without(withRedacts(given, event))
                : null;
        if (eventId == null || roomId == null || sender == null || type == null || content == null) {
            return Optional.empty();
        }
        String stateKey = text(event, "state_key", "");
        String contentText = content.toString();
        if ((stateKey == null && event.containsKey("state_key")) || contentText.length() > MAX_CONTENT_LENGTH) {
            return Optional.empty();
        }
        String membership = text(content, "membership", "");
        return Optional.of(
                new RoomEvent(eventId, roomId, sender, type, stateKey, contentText, membership, sentAt(event)));
    }

    private static JsonObject object(String json) {
        return JsonObjects.read(json);
    }

    /** Before room version 11, {@code redacts} is next to the content rather than in it. */
    private static JsonObject withRedacts(JsonObject content, JsonObject event) {
        return event.get("redacts") instanceof JsonString redacts && !content.containsKey("redacts")
                ? Json.createObjectBuilder(content).add("redacts", redacts).build()
                : content;
    }

    /** Null unless it is a text with this prefix of at most 255 bytes. */
    private static @Nullable String text(JsonObject parent, String name, String start) {
        if (!(parent.get(name) instanceof JsonString string)) {
            return null;
        }
        String text = string.getString();
        boolean possible = text.startsWith(start)
                && text.length() >= start.length() + (start.isEmpty() ? 0 : 1)
                && text.getBytes(StandardCharsets.UTF_8).length <= MAX_ID_LENGTH;
        return possible ? text : null;
    }

    /** Homeservers may send any timestamp; values out of range are clamped to it. */
    private static Instant sentAt(JsonObject event) {
        double millis = event.get("origin_server_ts") instanceof JsonNumber number ? number.doubleValue() : 0;
        return Instant.ofEpochMilli((long) Math.max(0, Math.min(MAX_TIMESTAMP, millis)));
    }
}
