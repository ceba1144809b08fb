package io.gatehouse.web.api.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.testkit.FuzzLimits;
import io.gatehouse.testkit.FuzzText;
import io.gatehouse.web.api.matrix.TransactionBody.Read;
import io.gatehouse.web.api.matrix.TransactionBody.Reading;
import io.gatehouse.web.api.matrix.TransactionBody.Unreadable;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a body as a homeserver's transaction. Every body must be read or refused as no transaction, without any other
 * exception, because the homeserver's queue would stop; and an event that was read must read the same when sent again.
 */
public final class TransactionFuzz {

    private static final int MAX_ID_LENGTH = 255;
    private static final Instant MAX_TIMESTAMP = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final List<String> QUOTES = List.of("m.in_reply_to", "mx-reply");

    private TransactionFuzz() {}

    public static void fuzzerTestOneInput(byte[] json) {
        Reading reading = FuzzLimits.within(() -> TransactionBody.read(json, TransactionFuzz::event));
        if (reading instanceof Unreadable unreadable) {
            assertThat(List.of("M_NOT_JSON", "M_BAD_JSON"))
                    .contains(unreadable.error().errcode());
        } else if (reading instanceof Read read) {
            assertThat(read.skipped()).isNotNegative();
            read.events().forEach(TransactionFuzz::check);
        }
    }

    /** When pushed, an event on which reading fails is skipped; here the failure is what the fuzzer looks for. */
    private static Optional<RoomEvent> event(String json) {
        try {
            return PushedEvent.read(json);
        } catch (RuntimeException e) {
            throw new AssertionError("an event is read or is none", e);
        }
    }

    private static void check(RoomEvent event) {
        assertThat(event.eventId()).startsWith("$");
        assertThat(event.roomId()).startsWith("!");
        assertThat(event.sender()).startsWith("@");
        assertThat(event.sentAt()).isBetween(Instant.EPOCH, MAX_TIMESTAMP);
        Stream.of(event.eventId(), event.roomId(), event.sender(), event.type(), event.stateKey(), event.membership())
                .filter(Objects::nonNull)
                .forEach(text -> assertThat(text.getBytes(StandardCharsets.UTF_8))
                        .as(text)
                        .hasSizeLessThanOrEqualTo(MAX_ID_LENGTH));
        // two in a row are one backslash, not an escape
        String withoutBackslashes = event.content().replace("\\\\", "");
        assertThat(withoutBackslashes).doesNotContain("\0", "\\u0000");
        assertThat(FuzzText.hasLoneSurrogate(event.content())).isFalse();

        if (QUOTES.stream().anyMatch(event.content()::contains)) {
            return; // a reply may contain a second quote behind its fallback, which is removed in turn
        }
        byte[] again = ("{\"events\":[" + json(event) + "]}").getBytes(StandardCharsets.UTF_8);
        assertThat(TransactionBody.read(again)).as("sent again").isEqualTo(new Read(List.of(event), 0));
    }

    private static JsonObject json(RoomEvent event) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("event_id", event.eventId())
                .add("room_id", event.roomId())
                .add("sender", event.sender())
                .add("type", event.type())
                .add("origin_server_ts", event.sentAt().toEpochMilli())
                .add("content", object(event.content()));
        String stateKey = event.stateKey();
        return (stateKey == null ? json : json.add("state_key", stateKey)).build();
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
