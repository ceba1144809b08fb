package io.gatehouse.contract.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person said in a room of the homeserver.
 *
 * @param text null for what is no new text: an edit, a picture, a reaction
 * @param kind what it is instead of a text, as in {@code image} or {@code edit}
 */
public record RoomSaying(
        String eventId,
        String roomId,
        String sender,
        @Nullable String text,
        String kind,
        Instant sentAt) {

    /** Keeps what people say, which may hold an install token, out of logs. */
    @Override
    public String toString() {
        return "RoomSaying[" + eventId + "]";
    }
}
