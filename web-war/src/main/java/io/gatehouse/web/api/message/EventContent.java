package io.gatehouse.web.api.message;

import io.gatehouse.kernel.json.JsonObjects;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of an event. Anyone may have written it, so a value of the wrong type counts as missing. For relations,
 * see the Matrix client-server API, "Forming relationships between events".
 */
record EventContent(JsonObject json) {

    static EventContent of(String text) {
        return new EventContent(JsonObjects.read(text));
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

    /** For an edit, the new content; otherwise this. */
    EventContent edited() {
        return related("m.replace") != null && json.get("m.new_content") instanceof JsonObject edited
                ? new EventContent(edited)
                : this;
    }

    /** The id of the event to which this one has a relation of that type. */
    @Nullable String related(String type) {
        EventContent relation = child("m.relates_to");
        return type.equals(relation.text("rel_type")) ? relation.text("event_id") : null;
    }

    /**
     * The event that this one replies to. Null also for the fallback reply of a thread message, which is meant for
     * clients without threads.
     */
    @Nullable String repliedTo() {
        EventContent relation = child("m.relates_to");
        boolean standsIn = JsonValue.TRUE.equals(relation.json().get("is_falling_back"));
        return standsIn ? null : relation.child("m.in_reply_to").text("event_id");
    }
}
