package io.gatehouse.web.matrix;

import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.web.problem.MatrixError;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Reads the body of a transaction event by event. What is JSON and no event is skipped: a homeserver would push the
 * same again for ever, and nothing behind it.
 */
final class TransactionBody {

    /** Nothing here calls itself, so depth costs no stack; the parser's own limit would stop the whole transaction. */
    private static final JsonParserFactory PARSERS =
            Json.createParserFactory(Map.of("org.eclipse.parsson.maxDepth", Integer.MAX_VALUE));

    private static final String EVENTS = "events";

    private static final Logger LOG = Logger.getLogger(TransactionBody.class.getName());

    private final JsonParser parser;
    private final Function<String, Optional<RoomEvent>> reader;
    private final List<RoomEvent> events = new ArrayList<>();
    private int skipped;

    private TransactionBody(JsonParser parser, Function<String, Optional<RoomEvent>> reader) {
        this.parser = parser;
        this.reader = reader;
    }

    /** What a body turned out to be. */
    sealed interface Reading {}

    /** @param skipped how many there were that are no events of a room */
    record Read(List<RoomEvent> events, int skipped) implements Reading {

        Read {
            events = List.copyOf(events);
        }
    }

    record Unreadable(MatrixError error) implements Reading {}

    /** For the description of the API. */
    @Schema(name = "HomeserverTransaction", requiredProperties = EVENTS)
    record Shape(
            @Schema(description = "Events of rooms, as in the client-server API")
            List<Object> events) {

        Shape {
            events = List.copyOf(events);
        }
    }

    static Reading read(byte[] json) {
        return read(json, PushedEvent::read);
    }

    /** @param reader of one event; empty where it is none */
    static Reading read(byte[] json, Function<String, Optional<RoomEvent>> reader) {
        Reader text = new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8.newDecoder());
        try (JsonParser parser = PARSERS.createParser(text)) {
            return new TransactionBody(parser, reader).read();
        } catch (JsonException | NoSuchElementException e) {
            return unreadable("M_NOT_JSON", "The body is no JSON.");
        }
    }

    private Reading read() {
        if (parser.next() != Event.START_OBJECT) {
            return unreadable("M_BAD_JSON", "The body is no object.");
        }
        boolean found = false;
        for (Event event = parser.next(); event == Event.KEY_NAME; event = parser.next()) {
            boolean isEvents = parser.getString().equals(EVENTS);
            Event value = parser.next();
            if (!isEvents) {
                JsonCopy.skip(parser, value);
            } else if (value == Event.START_ARRAY) {
                found = true;
                readEvents();
            } else {
                return unreadable("M_BAD_JSON", "events is no array.");
            }
        }
        if (parser.hasNext()) {
            return unreadable("M_NOT_JSON", "There is more after the end.");
        }
        return found ? new Read(events, skipped) : unreadable("M_BAD_JSON", "events is missing.");
    }

    private void readEvents() {
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            Optional<RoomEvent> read = JsonCopy.ofObject(parser, event).flatMap(this::event);
            read.ifPresent(events::add);
            skipped += read.isPresent() ? 0 : 1;
        }
    }

    /**
     * One that the reading fails at is skipped: what anybody may write in a room must not stop what is behind it. Its words
     * stay out of the log.
     */
    private Optional<RoomEvent> event(String json) {
        try {
            return reader.apply(json);
        } catch (RuntimeException e) {
            String place = Arrays.stream(e.getStackTrace())
                    .map(StackTraceElement::toString)
                    .filter(frame -> frame.contains("io.gatehouse."))
                    .findFirst()
                    .orElse("an unknown place");
            LOG.log(Level.WARNING, "An event of a room is skipped: reading it failed with {0} at {1}", new Object[] {
                e.getClass().getName(), place
            });
            return Optional.empty();
        }
    }

    private static Unreadable unreadable(String code, String why) {
        return new Unreadable(new MatrixError(code, why));
    }
}
