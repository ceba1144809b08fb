package io.gatehouse.install.claim;

import io.gatehouse.contract.chat.ChatOutcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The result of a claim. */
public sealed interface ClaimResult {

    /**
     * The user has the agent, and the account is linked to the user.
     *
     * @param email of the user; must be masked
     * @param undoable whether a NO ends the link that this claim created
     */
    record Claimed(
            ChatOutcome outcome,
            UUID agentId,
            UUID organizationId,
            String agentName,
            @Nullable String email,
            boolean undoable)
            implements ClaimResult {}

    /**
     * Nothing was changed.
     *
     * @param item the blueprint item that collides; null if there is none
     */
    record Refused(ChatOutcome outcome, @Nullable String item) implements ClaimResult {}
}
