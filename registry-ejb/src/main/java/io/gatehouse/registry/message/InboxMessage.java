package io.gatehouse.registry.message;

import java.time.Instant;

/**
 * An event on its way into inboxes.
 *
 * @param sender the user id of who sent it
 * @param content the event's content, a JSON object
 * @param sentAt when its homeserver took it
 */
public record InboxMessage(
        String eventId, String roomId, String sender, String eventType, String content, Instant sentAt) {

    /** Keeps what people say out of logs. */
    @Override
    public String toString() {
        return "InboxMessage[" + eventId + ", " + roomId + "]";
    }
}
