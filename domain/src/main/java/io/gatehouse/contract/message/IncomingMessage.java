package io.gatehouse.contract.message;

import java.time.Instant;

/**
 * An event in an agent's inbox.
 *
 * @param position where it lies; later ones lie at higher positions
 * @param eventType as in {@code m.room.message}
 * @param content a JSON object
 */
public record IncomingMessage(
        long position, String eventId, String roomId, String sender, String eventType, String content, Instant sentAt) {

    /** Keeps what people say out of logs. */
    @Override
    public String toString() {
        return "IncomingMessage[" + position + ", " + eventId + "]";
    }
}
