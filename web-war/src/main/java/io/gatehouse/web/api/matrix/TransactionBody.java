package io.gatehouse.web.api.matrix;

import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.web.edge.problem.MatrixError;
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
 * Reads the body of a transaction event by event. JSON that is not an event is skipped: if the transaction were
 * refused, the homeserver would push it again forever, and nothing after it.
 */
final class TransactionBody {

    /**
     * The nesting limit of the parser would refuse the whole transaction. It is not needed: nothing here recurses, so
     * depth costs no stack.
     */
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

    /** The result of reading a body. */
    sealed interface Reading {}

    /** @param skipped the number of items that were not room events */
    record Read(List<RoomEvent> events, int skipped) implements Reading {

        Read {
            events = List.copyOf(events);
        }
    }

    record Unreadable(MatrixError error) implements Reading {}

    /** The body's schema in the OpenAPI document. */
    @Schema(name = "HomeserverTransaction", requiredProperties = EVENTS)
    record Shape(
            @Schema(description = "Room events, as in the client-server API")
            List<Object> events) {

        Shape {
            events = List.copyOf(events);
        }
    }

    static Reading read(byte[] json) {
        return read(json, PushedEvent::read);
    }

    /** @param reader reads one event; empty if it is not a room event */
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
     * Skips an event on which reading fails: anyone may write to a room, and that must not block the events behind it.
     * The event's text is not logged.
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
