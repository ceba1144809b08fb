package io.gatehouse.contract.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that an agent sends to a room.
 *
 * @param messageType {@code m.text}, {@code m.notice} or {@code m.emote}
 * @param formattedBody HTML, as Matrix allows it in {@code org.matrix.custom.html}
 * @param replyTo id of the event that this answers
 * @param mentions user ids
 * @param transactionId idempotency id: a second message of the agent with the same one is not sent
 */
public record OutgoingMessage(
        String roomId,
        String body,
        String messageType,
        @Nullable String formattedBody,
        @Nullable String replyTo,
        List<String> mentions,
        @Nullable String transactionId) {

    public OutgoingMessage {
        mentions = List.copyOf(mentions);
    }

    /** Keeps the body out of logs. */
    @Override
    public String toString() {
        return "OutgoingMessage[" + roomId + "]";
    }
}
