package io.gatehouse.web.matrix;

import io.gatehouse.contract.appservice.RoomEvent;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes out of an event what counts here (Matrix client-server API, ClientEvent). */
final class PushedEvent {

    private static final int LONGEST_ID = 255;
    private static final int LONGEST_CONTENT = 524_288;

    /** The last millisecond of the year 9999. */
    private static final long LATEST = 253_402_300_799_999L;

    private PushedEvent() {}

    /** Empty where it lacks what every event of a room has, or has it larger than may be. */
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
        if ((stateKey == null && event.containsKey("state_key")) || contentText.length() > LONGEST_CONTENT) {
            return Optional.empty();
        }
        String membership = text(content, "membership", "");
        return Optional.of(
                new RoomEvent(eventId, roomId, sender, type, stateKey, contentText, membership, sentAt(event)));
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** Before room version 11, what a redaction takes back stands beside the content. */
    private static JsonObject withRedacts(JsonObject content, JsonObject event) {
        return event.get("redacts") instanceof JsonString redacts && !content.containsKey("redacts")
                ? Json.createObjectBuilder(content).add("redacts", redacts).build()
                : content;
    }

    /** Null where it is no text that begins so, of at most 255 bytes. */
    private static @Nullable String text(JsonObject parent, String name, String start) {
        if (!(parent.get(name) instanceof JsonString string)) {
            return null;
        }
        String text = string.getString();
        boolean possible = text.startsWith(start)
                && text.length() >= start.length() + (start.isEmpty() ? 0 : 1)
                && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ID;
        return possible ? text : null;
    }

    /** Clocks of homeservers say anything; what they cannot mean is brought to the nearest that they can. */
    private static Instant sentAt(JsonObject event) {
        double millis = event.get("origin_server_ts") instanceof JsonNumber number ? number.doubleValue() : 0;
        return Instant.ofEpochMilli((long) Math.max(0, Math.min(LATEST, millis)));
    }
}
