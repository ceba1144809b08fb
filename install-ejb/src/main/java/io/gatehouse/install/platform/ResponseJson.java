package io.gatehouse.install.platform;

import io.gatehouse.install.http.ApiAnswer;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Optional;

/** The JSON object in an answer of a platform. A missing value, or one of another type, reads as absent. */
final class ResponseJson {

    private static final int MAX_TEXT_LENGTH = 200;

    private final JsonObject json;

    private ResponseJson(JsonObject json) {
        this.json = json;
    }

    static ResponseJson of(ApiAnswer.Answered answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return new ResponseJson(reader.readObject());
        } catch (JsonException e) {
            return new ResponseJson(JsonValue.EMPTY_JSON_OBJECT);
        }
    }

    boolean isTrue(String name) {
        return json.get(name) == JsonValue.TRUE;
    }

    ResponseJson object(String name) {
        return new ResponseJson(json.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Returns the first element of an array, if it is an object; otherwise an empty object. */
    ResponseJson first(String name) {
        JsonValue value = json.get(name);
        return new ResponseJson(
                value != null
                                && value.getValueType() == JsonValue.ValueType.ARRAY
                                && !value.asJsonArray().isEmpty()
                                && value.asJsonArray().get(0) instanceof JsonObject object
                        ? object
                        : JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Returns a string, or a number as written. */
    Optional<String> text(String name) {
        JsonValue value = json.get(name);
        if (value instanceof JsonString text) {
            return Optional.of(text.getString());
        }
        return value != null && value.getValueType() == JsonValue.ValueType.NUMBER
                ? Optional.of(value.toString())
                : Optional.empty();
    }

    /** Returns a text for display: on one line, of limited length. */
    String words(String name) {
        String words = text(name).orElse("").replaceAll("\\p{Cntrl}+", " ").strip();
        return words.length() > MAX_TEXT_LENGTH ? words.substring(0, MAX_TEXT_LENGTH) + "…" : words;
    }
}
