package io.gatehouse.web.api.matrix;

import io.gatehouse.kernel.text.StorableText;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;

/** Copies or skips values of a JSON text, without recursion. */
final class JsonCopy {

    /** Deeper than anything people or clients write, and shallow enough for recursive readers of the copy. */
    private static final int MAX_DEPTH = 64;

    private static final int MAX_NUMBER_LENGTH = 1_000;

    /** In digits; {@link java.math.BigDecimal} may not support a longer exponent. */
    private static final int MAX_EXPONENT_DIGITS = 9;

    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private JsonCopy() {}

    /**
     * Copies the object that begins with this event, replacing NUL and lone surrogates in strings. Empty if the value
     * is not an object, is nested too deep, or holds an oversized number. Either way the parser is at the end of the
     * value afterwards.
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
            whole = whole && depth <= MAX_DEPTH && !isOversized(event, parser);
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

    /** Skips to the end of the value that begins with this event. */
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
     * Whether a number has too many digits to parse quickly, or an exponent out of range. Such a number must not block
     * the events behind it.
     */
    private static boolean isOversized(Event event, JsonParser parser) {
        if (event != Event.VALUE_NUMBER) {
            return false;
        }
        String number = parser.getString();
        return number.length() > MAX_NUMBER_LENGTH || exponentDigits(number) > MAX_EXPONENT_DIGITS;
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
