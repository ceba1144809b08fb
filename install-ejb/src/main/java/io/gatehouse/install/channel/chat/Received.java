package io.gatehouse.install.channel.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.contract.platform.PlatformAccount;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message's answer, and what the message was found to be.
 *
 * @param account of the sender; null if no agent can be installed for the sender
 * @param templateAgentId that the message is for; null if there is none
 * @param first false for a message that was answered before and gets the same answer again
 */
public record Received(
        ChatAnswer answer,
        @Nullable PlatformAccount account,
        @Nullable UUID templateAgentId,
        boolean first) {

    /** The agent that a message with the outcome {@code ROUTED} goes to. */
    public ChatRoute route() {
        return new ChatRoute(Objects.requireNonNull(answer.agentId()), Objects.requireNonNull(answer.organizationId()));
    }
}
