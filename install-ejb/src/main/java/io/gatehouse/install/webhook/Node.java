package io.gatehouse.install.webhook;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An object of a platform's JSON, whatever it holds: what is of another type than it should be reads as not there. */
final class Node {

    private static final Logger LOG = Logger.getLogger(Node.class.getName());
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final int LONGEST_NUMBER = 20;

    private final JsonObject json;

    private Node(JsonObject json) {
        this.json = json;
    }

    /** Empty if the bytes are no JSON object, or one with something after it. */
    static Optional<Node> parse(byte[] body) {
        try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(body))) {
            if (parser.next() != JsonParser.Event.START_OBJECT) {
                return Optional.empty();
            }
            JsonObject object = parser.getObject();
            return parser.hasNext() ? Optional.empty() : Optional.of(new Node(object));
        } catch (RuntimeException e) {
            // Of nesting that is too deep, parsers say so by no class of their own.
            LOG.log(Level.FINE, "a delivery is no JSON object", e);
            return Optional.empty();
        }
    }

    boolean has(String name) {
        return json.containsKey(name) && json.get(name) != JsonValue.NULL;
    }

    boolean isTrue(String name) {
        return json.get(name) == JsonValue.TRUE;
    }

    /** Empty where it is missing, no text, or blank. */
    Optional<String> text(String name) {
        return json.get(name) instanceof JsonString text && !text.getString().isBlank()
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    String text(String name, String absent) {
        return text(name).orElse(absent);
    }

    /** A whole number, as it is written. */
    Optional<String> number(String name) {
        if (!(json.get(name) instanceof JsonNumber number)) {
            return Optional.empty();
        }
        String written = number.toString();
        return written.length() <= LONGEST_NUMBER && written.matches("-?\\d+")
                ? Optional.of(written)
                : Optional.empty();
    }

    /** An empty one where it is missing. */
    Node object(String name) {
        return new Node(json.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The objects of an array. */
    List<Node> objects(String name) {
        return json.get(name) instanceof JsonArray array
                ? array.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(item -> new Node((JsonObject) item))
                        .toList()
                : List.of();
    }
}
