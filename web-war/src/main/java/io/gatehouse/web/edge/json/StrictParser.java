package io.gatehouse.web.edge.json;

import jakarta.json.Json;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Parses a JSON text (RFC 8259) into maps, lists, strings, numbers, booleans and nulls. Refuses what parsers treat
 * differently: duplicate names, deep nesting, very long numbers, bytes that are not UTF-8, and NUL and lone surrogates
 * in strings.
 */
final class StrictParser {

    private static final int MAX_DEPTH = 32;
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private StrictParser() {}

    /** @throws MalformedJsonException if the bytes are not such a text */
    static @Nullable Object parse(byte[] json) throws MalformedJsonException {
        try (JsonParser parser = PARSERS.createParser(new StringReader(decode(json)))) {
            Object value = value(parser, parser.next(), JsonPosition.ROOT, 1);
            if (parser.hasNext()) {
                throw new MalformedJsonException("", "There is more after the end.");
            }
            return value;
        } catch (JsonParsingException e) {
            throw new MalformedJsonException("", "Malformed JSON" + at(e.getLocation()) + ".", e);
        } catch (NoSuchElementException e) {
            throw new MalformedJsonException("", "The JSON ends too early.", e);
        }
    }

    private static @Nullable Object value(JsonParser parser, JsonParser.Event event, JsonPosition position, int depth)
            throws MalformedJsonException {
        if (depth > MAX_DEPTH) {
            throw new MalformedJsonException(position.pointer(), "Nested deeper than " + MAX_DEPTH + ".");
        }
        return switch (event) {
            case START_OBJECT -> object(parser, position, depth);
            case START_ARRAY -> array(parser, position, depth);
            case VALUE_STRING -> text(parser.getString(), position);
            case VALUE_NUMBER -> NumberText.of(parser.getString(), position);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new MalformedJsonException(position.pointer(), "A value is missing.");
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser, JsonPosition position, int depth)
            throws MalformedJsonException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (JsonParser.Event event = parser.next(); event == JsonParser.Event.KEY_NAME; event = parser.next()) {
            String name = text(parser.getString(), position);
            JsonPosition member = position.member(name);
            if (members.containsKey(name)) {
                throw new MalformedJsonException(member.pointer(), "The name stands twice.");
            }
            members.put(name, value(parser, parser.next(), member, depth + 1));
        }
        return members;
    }

    private static List<@Nullable Object> array(JsonParser parser, JsonPosition position, int depth)
            throws MalformedJsonException {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            items.add(value(parser, event, position.item(items.size()), depth + 1));
        }
        return items;
    }

    private static String text(String text, JsonPosition position) throws MalformedJsonException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new MalformedJsonException(position.pointer(), "NUL is no character of a text.");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new MalformedJsonException(position.pointer(), "A surrogate stands alone.");
            }
        }
        return text;
    }

    private static String decode(byte[] json) throws MalformedJsonException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(json))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException("", "The body is not UTF-8.", e);
        }
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null || location.getLineNumber() < 0
                ? ""
                : " at line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    }
}
