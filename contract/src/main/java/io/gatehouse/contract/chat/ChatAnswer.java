package io.gatehouse.contract.chat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a chat message.
 *
 * @param reply what to say to the sender; null where the agent itself will
 * @param installUrl the landing page, where the sender has no agent yet
 */
public record ChatAnswer(
        ChatOutcome outcome,
        @Nullable UUID agentId,
        @Nullable UUID organizationId,
        @Nullable String reply,
        @Nullable String installUrl) {}
