package io.gatehouse.contract.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's message in a room of the homeserver.
 *
 * @param text null if there is no new text: an edit, an image, a reaction
 * @param kind the kind of message if it is not text, such as {@code image} or {@code edit}
 */
public record RoomSaying(
        String eventId,
        String roomId,
        String sender,
        @Nullable String text,
        String kind,
        Instant sentAt) {

    /** Keeps the text, which may be an install token, out of logs. */
    @Override
    public String toString() {
        return "RoomSaying[" + eventId + "]";
    }
}
