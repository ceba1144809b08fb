package io.gatehouse.contract.appservice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A room event (Matrix client-server API, room events). No text is longer than 255 characters, except the content.
 *
 * @param type such as {@code m.room.message}
 * @param stateKey null for events that are not state
 * @param content a JSON object
 * @param membership the content's {@code membership}, if it is a string
 * @param sentAt by the clock of the event's homeserver
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
