package io.gatehouse.install.webhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An object in a platform's JSON. A missing value, or one of another type, reads as absent. */
final class Node {

    private static final Logger LOG = Logger.getLogger(Node.class.getName());
    private static final int MAX_NUMBER_LENGTH = 20;

    private final Map<?, ?> json;

    private Node(Map<?, ?> json) {
        this.json = json;
    }

    /** Empty if the bytes are not a JSON object, or if something follows it. */
    static Optional<Node> parse(byte[] body) {
        try {
            return DeliveredJson.object(body).map(Node::new);
        } catch (RuntimeException e) {
            // Parsers have no exception class of their own for nesting that is too deep.
            LOG.log(Level.FINE, "a delivery is not a JSON object", e);
            return Optional.empty();
        }
    }

    boolean has(String name) {
        return json.get(name) != null;
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(json.get(name));
    }

    /** Empty if it is missing, not a string, or blank. */
    Optional<String> text(String name) {
        return json.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    String text(String name, String absent) {
        return text(name).orElse(absent);
    }

    /** Returns an integer in its original notation. */
    Optional<String> number(String name) {
        if (!(json.get(name) instanceof DeliveredJson.WrittenNumber number)) {
            return Optional.empty();
        }
        String written = number.written();
        return written.length() <= MAX_NUMBER_LENGTH && written.matches("-?\\d+")
                ? Optional.of(written)
                : Optional.empty();
    }

    /** Returns the object; an empty one if it is missing. */
    Node object(String name) {
        return new Node(json.get(name) instanceof Map<?, ?> object ? object : Map.of());
    }

    /** Returns the objects in an array. */
    List<Node> objects(String name) {
        return json.get(name) instanceof List<?> array
                ? array.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> new Node((Map<?, ?>) item))
                        .toList()
                : List.of();
    }
}
