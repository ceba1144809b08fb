package io.gatehouse.registry.message.room;

import io.gatehouse.kernel.json.JsonObjects;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Set;
import java.util.stream.Collectors;

/** The users whom an event's content mentions (Matrix client-server API, {@code m.mentions}). */
final class Mentions {

    private static final String KEY = "m.mentions";

    private Mentions() {}

    static Set<String> in(String content) {
        if (!content.contains("user_ids")) {
            return Set.of();
        }
        return JsonObjects.read(content).get(KEY) instanceof JsonObject mentions
                        && mentions.get("user_ids") instanceof JsonArray users
                ? users.stream()
                        .filter(JsonString.class::isInstance)
                        .map(user -> ((JsonString) user).getString())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
