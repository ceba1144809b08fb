package io.gatehouse.kernel.json;

import io.gatehouse.kernel.text.StorableText;
import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of somebody else's server, as maps, lists, strings, numbers and booleans; nulls
 * are omitted. A platform repeats a refused delivery again and again, so nothing readable is refused: numbers keep their
 * notation, because some cannot be represented otherwise, and characters that a database cannot store are replaced.
 */
final class LenientParser {

    static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    /** A number in its original notation. */
    record WrittenNumber(String written) {}

    private LenientParser() {}

    /**
     * Empty if the text does not start with an object, or continues after it. Parsers throw various exceptions if it is
     * not JSON.
     */
    static Optional<Map<String, Object>> object(JsonParser parser) {
        if (parser.next() != Event.START_OBJECT) {
            return Optional.empty();
        }
        Map<String, Object> object = members(parser);
        return parser.hasNext() ? Optional.empty() : Optional.of(object);
    }

    /** Recursive; the parser limits the depth. */
    private static @Nullable Object value(JsonParser parser, Event event) {
        return switch (event) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> StorableText.of(parser.getString());
            case VALUE_NUMBER -> new WrittenNumber(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, Object> members(JsonParser parser) {
        Map<String, Object> members = new HashMap<>();
        for (Event event = parser.next(); event == Event.KEY_NAME; event = parser.next()) {
            String name = parser.getString();
            Object value = value(parser, parser.next());
            if (value == null) {
                members.remove(name);
            } else {
                members.put(name, value);
            }
        }
        return members;
    }

    private static List<Object> array(JsonParser parser) {
        List<Object> items = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            Object value = value(parser, event);
            if (value != null) {
                items.add(value);
            }
        }
        return items;
    }
}
