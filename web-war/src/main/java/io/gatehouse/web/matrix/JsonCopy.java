package io.gatehouse.web.matrix;

import io.gatehouse.kernel.text.StorableText;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;

/** Copies values out of a JSON text, or passes over them, without recursion. */
final class JsonCopy {

    /** Deeper is nothing that people or clients write, and more than readers of the copy should be asked to follow. */
    private static final int DEEPEST = 64;

    private static final int LONGEST_NUMBER = 1_000;

    /** Digits; one more, and {@link java.math.BigDecimal} may have no such exponent. */
    private static final int LONGEST_EXPONENT = 9;

    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private JsonCopy() {}

    /**
     * The object that begins with this event, as a text of which no string holds NUL or half a character; empty where it
     * is none, too deep, or holds an endless number. The parser stands at its end then, either way.
     */
    static Optional<String> ofObject(JsonParser parser, Event first) {
        if (first != Event.START_OBJECT) {
            skip(parser, first);
            return Optional.empty();
        }
        StringWriter text = new StringWriter();
        boolean whole = true;
        JsonGenerator copy = GENERATORS.createGenerator(text);
        int depth = 0;
        Event event = first;
        while (true) {
            depth += change(event);
            whole = whole && depth <= DEEPEST && !isEndless(event, parser);
            if (whole) {
                write(copy, event, parser);
            }
            if (depth == 0) {
                break;
            }
            event = parser.next();
        }
        if (!whole) {
            return Optional.empty();
        }
        copy.close();
        return Optional.of(text.toString());
    }

    /** Goes to the end of the value that begins with this event. */
    static void skip(JsonParser parser, Event first) {
        int depth = change(first);
        while (depth > 0) {
            depth += change(parser.next());
        }
    }

    private static int change(Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
        };
    }

    /**
     * Thousands of digits take a parser longer than anything that is meant, and an exponent may be beyond what any number
     * here holds: neither may stop what is behind it.
     */
    private static boolean isEndless(Event event, JsonParser parser) {
        if (event != Event.VALUE_NUMBER) {
            return false;
        }
        String number = parser.getString();
        return number.length() > LONGEST_NUMBER || exponentDigits(number) > LONGEST_EXPONENT;
    }

    private static int exponentDigits(String number) {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        return exponent < 0
                ? 0
                : (int) number.chars().skip(exponent).filter(Character::isDigit).count();
    }

    private static void write(JsonGenerator copy, Event event, JsonParser parser) {
        switch (event) {
            case START_OBJECT -> copy.writeStartObject();
            case START_ARRAY -> copy.writeStartArray();
            case END_OBJECT, END_ARRAY -> copy.writeEnd();
            case KEY_NAME -> copy.writeKey(StorableText.of(parser.getString()));
            case VALUE_STRING -> copy.write(StorableText.of(parser.getString()));
            case VALUE_NUMBER -> copy.write(parser.getBigDecimal());
            case VALUE_TRUE -> copy.write(true);
            case VALUE_FALSE -> copy.write(false);
            case VALUE_NULL -> copy.writeNull();
        }
    }
}
