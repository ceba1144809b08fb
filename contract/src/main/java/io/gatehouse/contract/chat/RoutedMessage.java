package io.gatehouse.contract.chat;

import java.time.Instant;
import java.util.UUID;

/**
 * A person's message that goes to an agent.
 *
 * @param templateAgentId of which the person has an installed agent
 * @param route the installed agent, and whose it is
 * @param roomId where the answer is to be said: a {@link ChatRoomId}, or the id of a room
 * @param sender the account that it came from
 * @param eventId of the message: no other has it
 */
public record RoutedMessage(
        UUID templateAgentId,
        ChatRoute route,
        String roomId,
        String sender,
        String eventId,
        String text,
        Instant sentAt) {

    /** Keeps what people say out of logs. */
    @Override
    public String toString() {
        return "RoutedMessage[" + eventId + ", " + roomId + "]";
    }
}
