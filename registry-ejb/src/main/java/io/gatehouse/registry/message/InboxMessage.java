package io.gatehouse.registry.message;

import io.gatehouse.contract.message.ChatOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event to be added to inboxes.
 *
 * @param sender the user id of the sender
 * @param content the event's content, a JSON object
 * @param sentAt when the sender's homeserver received it
 * @param chat the origin of a routed chat message; null for an event of a room
 */
public record InboxMessage(
        String eventId,
        String roomId,
        String sender,
        String eventType,
        String content,
        Instant sentAt,
        @Nullable ChatOrigin chat) {

    /** Creates an event of a room. */
    public InboxMessage(
            String eventId, String roomId, String sender, String eventType, String content, Instant sentAt) {
        this(eventId, roomId, sender, eventType, content, sentAt, null);
    }

    /** Omits the content, so that messages do not appear in logs. */
    @Override
    public String toString() {
        return "InboxMessage[" + eventId + ", " + roomId + "]";
    }
}
