package io.gatehouse.contract.chat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a chat message.
 *
 * @param reply text for the sender; null if the agent answers
 * @param installUrl the landing page, if the sender has no agent yet
 */
public record ChatAnswer(
        ChatOutcome outcome,
        @Nullable UUID agentId,
        @Nullable UUID organizationId,
        @Nullable String reply,
        @Nullable String installUrl) {

    /** The message goes to the agent, which answers. */
    public static ChatAnswer routed(ChatRoute route) {
        return new ChatAnswer(ChatOutcome.ROUTED, route.agentId(), route.organizationId(), null, null);
    }
}
