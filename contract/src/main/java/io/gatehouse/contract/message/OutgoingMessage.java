package io.gatehouse.contract.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent says in a room.
 *
 * @param messageType {@code m.text}, {@code m.notice} or {@code m.emote}
 * @param formattedBody HTML, as Matrix allows it in {@code org.matrix.custom.html}
 * @param replyTo the event that this answers
 * @param mentions user ids
 * @param transactionId of two messages of one agent with the same one, the second sends nothing
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

    /** Keeps what people say out of logs. */
    @Override
    public String toString() {
        return "OutgoingMessage[" + roomId + "]";
    }
}
