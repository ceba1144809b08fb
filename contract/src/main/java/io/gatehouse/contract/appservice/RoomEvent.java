package io.gatehouse.contract.appservice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of a room (Matrix client-server API, room events). No text of it is longer than 255 characters, but the
 * content.
 *
 * @param type as in {@code m.room.message}
 * @param stateKey null for events that are no state
 * @param content a JSON object
 * @param membership the content's, where that is a text
 * @param sentAt what its homeserver's clock said
 */
public record RoomEvent(
        String eventId,
        String roomId,
        String sender,
        String type,
        @Nullable String stateKey,
        String content,
        @Nullable String membership,
        Instant sentAt) {

    /** Keeps what people say out of logs. */
    @Override
    public String toString() {
        return "RoomEvent[" + eventId + ", " + type + "]";
    }
}
