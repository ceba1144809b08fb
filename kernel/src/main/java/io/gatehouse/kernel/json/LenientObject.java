package io.gatehouse.kernel.json;

import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An object in the JSON of somebody else's server. A missing value, or one of another type, reads as absent. */
public final class LenientObject {

    private static final Logger LOG = Logger.getLogger(LenientObject.class.getName());
    private static final LenientObject EMPTY = new LenientObject(Map.of());
    private static final int MAX_NUMBER_LENGTH = 20;
    private static final int MAX_WORDS_LENGTH = 200;

    private final Map<?, ?> json;

    private LenientObject(Map<?, ?> json) {
        this.json = json;
    }

    /** Empty if the bytes are not a JSON object, or if something follows it. */
    public static Optional<LenientObject> parse(byte[] json) {
        return parse(() -> LenientParser.PARSERS.createParser(new ByteArrayInputStream(json)));
    }

    /** An object without members if the text is not a JSON object, or if something follows it. */
    public static LenientObject of(String json) {
        return parse(() -> LenientParser.PARSERS.createParser(new StringReader(json)))
                .orElse(EMPTY);
    }

    private static Optional<LenientObject> parse(Supplier<JsonParser> text) {
        try (JsonParser parser = text.get()) {
            return LenientParser.object(parser).map(LenientObject::new);
        } catch (RuntimeException e) {
            // Parsers have no exception class of their own for nesting that is too deep.
            LOG.log(Level.FINE, "what another server sent is not a JSON object", e);
            return Optional.empty();
        }
    }

    public boolean has(String name) {
        return json.get(name) != null;
    }

    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(json.get(name));
    }

    /** Empty if it is missing, not a string, or blank. */
    public Optional<String> text(String name) {
        return json.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    public String text(String name, String absent) {
        return text(name).orElse(absent);
    }

    /** Returns an integer in its original notation. */
    public Optional<String> number(String name) {
        return written(name)
                .filter(written -> written.length() <= MAX_NUMBER_LENGTH)
                .filter(written -> written.matches("-?\\d+"));
    }

    /** Returns a string, or a number in its original notation. */
    public Optional<String> textOrNumber(String name) {
        return json.get(name) instanceof String text ? Optional.of(text) : written(name);
    }

    /** Returns a string or a number for display: on one line, of limited length, empty if it is missing. */
    public String words(String name) {
        String words =
                textOrNumber(name).orElse("").replaceAll("\\p{Cntrl}+", " ").strip();
        return words.length() > MAX_WORDS_LENGTH ? words.substring(0, MAX_WORDS_LENGTH) + "…" : words;
    }

    private Optional<String> written(String name) {
        return json.get(name) instanceof LenientParser.WrittenNumber number
                ? Optional.of(number.written())
                : Optional.empty();
    }

    /** Returns the object; an empty one if it is missing. */
    public LenientObject object(String name) {
        return json.get(name) instanceof Map<?, ?> object ? new LenientObject(object) : EMPTY;
    }

    /** Returns the objects in an array. */
    public List<LenientObject> objects(String name) {
        return json.get(name) instanceof List<?> array
                ? array.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> new LenientObject((Map<?, ?>) item))
                        .toList()
                : List.of();
    }

    /** Returns the first object in an array; an empty one if there is none. */
    public LenientObject first(String name) {
        return objects(name).stream().findFirst().orElse(EMPTY);
    }
}
