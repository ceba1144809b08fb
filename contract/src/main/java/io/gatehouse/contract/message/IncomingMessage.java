package io.gatehouse.contract.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event in an agent's inbox.
 *
 * @param position its position in the inbox, ascending
 * @param eventType such as {@code m.room.message}
 * @param content a JSON object
 * @param chat only for a routed chat message
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

    /** Keeps the content out of logs. */
    @Override
    public String toString() {
        return "IncomingMessage[" + position + ", " + eventId + "]";
    }
}
