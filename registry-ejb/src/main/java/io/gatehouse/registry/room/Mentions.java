package io.gatehouse.registry.room;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Set;
import java.util.stream.Collectors;

/** The users whom an event's content mentions (Matrix client-server API, {@code m.mentions}). */
final class Mentions {

    /** Looked up once, because each lookup searches the class path. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String KEY = "m.mentions";

    private Mentions() {}

    static Set<String> in(String content) {
        if (!content.contains("user_ids")) {
            return Set.of();
        }
        try (JsonReader reader = JSON.createReader(new StringReader(content))) {
            return reader.readObject().get(KEY) instanceof JsonObject mentions
                            && mentions.get("user_ids") instanceof JsonArray users
                    ? users.stream()
                            .filter(JsonString.class::isInstance)
                            .map(user -> ((JsonString) user).getString())
                            .collect(Collectors.toUnmodifiableSet())
                    : Set.of();
        }
    }
}
