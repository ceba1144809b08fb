package io.gatehouse.kernel.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads and builds JSON objects. The JSON library is looked up once: each look-up, as by {@link jakarta.json.Json},
 * searches the class path.
 */
public final class JsonObjects {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

    private JsonObjects() {}

    /** @throws JsonException if the text is not a JSON object */
    public static JsonObject read(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw e;
        } catch (RuntimeException e) { // of other classes for text that is nested too deep
            throw new JsonException("the text is not a JSON object that can be read", e);
        }
    }

    /**
     * Reads a text in UTF-8.
     *
     * @throws JsonException if the text is not a JSON object
     */
    public static JsonObject read(byte[] text) {
        return read(new String(text, StandardCharsets.UTF_8));
    }

    public static JsonObjectBuilder builder() {
        return JSON.createObjectBuilder();
    }

    public static JsonArrayBuilder arrayBuilder() {
        return JSON.createArrayBuilder();
    }
}
