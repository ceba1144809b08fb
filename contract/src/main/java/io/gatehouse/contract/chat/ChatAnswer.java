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
        @Nullable String installUrl) {}
