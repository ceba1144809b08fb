package io.gatehouse.kernel.crypto;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JWK or a JWK set as a stream, and only its string members: huge numbers and deeply nested values are skipped
 * without being held in memory.
 */
final class JwkDocument implements AutoCloseable {

    private final JsonParser parser;
    private final Map<String, String> ownMembers = new HashMap<>();
    private @Nullable List<Optional<Jwk>> set;

    private JwkDocument(String json) {
        parser = Json.createParser(new StringReader(json));
    }

    /**
     * Returns the keys in their order; an entry that is not an object is empty.
     *
     * @throws IllegalArgumentException if the text is neither a JWK nor a set
     */
    static List<Optional<Jwk>> read(String json) {
        try (JwkDocument document = new JwkDocument(json)) {
            document.read();
            List<Optional<Jwk>> keys = document.set;
            if (keys != null) {
                return keys;
            }
            if (document.ownMembers.containsKey("kty")) {
                return List.of(Optional.of(new Jwk(document.ownMembers)));
            }
        } catch (RuntimeException e) { // the type depends on the parser and on the position of the fault
            throw new IllegalArgumentException("it is not JSON", e);
        }
        throw new IllegalArgumentException("it is neither a JWK nor a set of them");
    }

    private void read() {
        if (parser.next() != Event.START_OBJECT) {
            return;
        }
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            Event value = parser.next();
            if (name.equals("keys") && value == Event.START_ARRAY) {
                set = entries();
            } else {
                take(name, value, ownMembers);
            }
        }
        if (parser.hasNext()) {
            throw new IllegalArgumentException("something follows the document");
        }
    }

    private List<Optional<Jwk>> entries() {
        List<Optional<Jwk>> entries = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            if (event == Event.START_OBJECT) {
                entries.add(Optional.of(new Jwk(members())));
            } else {
                skip(event);
                entries.add(Optional.empty());
            }
        }
        return entries;
    }

    private Map<String, String> members() {
        Map<String, String> members = new HashMap<>();
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            take(name, parser.next(), members);
        }
        return members;
    }

    private void take(String name, Event value, Map<String, String> members) {
        if (value == Event.VALUE_STRING) {
            members.put(name, parser.getString());
        } else {
            skip(value);
        }
    }

    private void skip(Event event) {
        int depth = step(event);
        while (depth > 0) {
            depth += step(parser.next());
        }
    }

    private static int step(Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
        };
    }

    @Override
    public void close() {
        parser.close();
    }
}
