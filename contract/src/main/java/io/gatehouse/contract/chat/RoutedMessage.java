package io.gatehouse.contract.chat;

import java.time.Instant;
import java.util.UUID;

/**
 * A person's message that goes to an agent.
 *
 * @param templateAgentId the template of the person's installed agent
 * @param route the installed agent and its organization
 * @param roomId where to send the answer: a {@link ChatRoomId}, or a room of the homeserver
 * @param sender the account that sent it
 * @param eventId unique id of the message
 */
public record RoutedMessage(
        UUID templateAgentId,
        ChatRoute route,
        String roomId,
        String sender,
        String eventId,
        String text,
        Instant sentAt) {

    /** Keeps the text out of logs. */
    @Override
    public String toString() {
        return "RoutedMessage[" + eventId + ", " + roomId + "]";
    }
}
