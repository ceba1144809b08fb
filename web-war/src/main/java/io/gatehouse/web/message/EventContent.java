package io.gatehouse.web.message;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of an event, which anyone may have written: what is not of the type that it should be is as good as
 * missing. Relations are those of the Matrix client-server API, forming relationships between events.
 */
record EventContent(JsonObject json) {

    /** Looked up once: each look-up searches the class path. */
    private static final JsonProvider JSON = JsonProvider.provider();

    static EventContent of(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return new EventContent(reader.readObject());
        }
    }

    @Nullable String text(String name) {
        return json.get(name) instanceof JsonString text ? text.getString() : null;
    }

    List<String> texts(String name) {
        return json.get(name) instanceof JsonArray items
                ? items.stream()
                        .filter(JsonString.class::isInstance)
                        .map(item -> ((JsonString) item).getString())
                        .toList()
                : List.of();
    }

    EventContent child(String name) {
        return new EventContent(json.get(name) instanceof JsonObject child ? child : JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The new content where this is an edit; else this one. */
    EventContent edited() {
        return related("m.replace") != null && json.get("m.new_content") instanceof JsonObject edited
                ? new EventContent(edited)
                : this;
    }

    /** The event that this one is related to in that way. */
    @Nullable String related(String type) {
        EventContent relation = child("m.relates_to");
        return type.equals(relation.text("rel_type")) ? relation.text("event_id") : null;
    }

    /** Null also for the reply that stands in for a thread where a client knows none. */
    @Nullable String repliedTo() {
        EventContent relation = child("m.relates_to");
        boolean standsIn = JsonValue.TRUE.equals(relation.json().get("is_falling_back"));
        return standsIn ? null : relation.child("m.in_reply_to").text("event_id");
    }
}
