package io.gatehouse.contract.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event in an agent's inbox.
 *
 * @param position where it lies; later ones lie at higher positions
 * @param eventType as in {@code m.room.message}
 * @param content a JSON object
 * @param chat only of a routed chat message
 */
public record IncomingMessage(
        long position,
        String eventId,
        String roomId,
        String sender,
        String eventType,
        String content,
        Instant sentAt,
        @Nullable ChatOrigin chat) {

    /** Keeps what people say out of logs. */
    @Override
    public String toString() {
        return "IncomingMessage[" + position + ", " + eventId + "]";
    }
}
