package io.gatehouse.registry.message;

import io.gatehouse.contract.message.ChatOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way into inboxes.
 *
 * @param sender the user id of who sent it
 * @param content the event's content, a JSON object
 * @param sentAt when its homeserver took it
 * @param chat only of a routed chat message
 */
public record InboxMessage(
        String eventId,
        String roomId,
        String sender,
        String eventType,
        String content,
        Instant sentAt,
        @Nullable ChatOrigin chat) {

    /** An event of a room. */
    public InboxMessage(
            String eventId, String roomId, String sender, String eventType, String content, Instant sentAt) {
        this(eventId, roomId, sender, eventType, content, sentAt, null);
    }

    /** Keeps what people say out of logs. */
    @Override
    public String toString() {
        return "InboxMessage[" + eventId + ", " + roomId + "]";
    }
}
