package io.gatehouse.install.claim;

import io.gatehouse.contract.chat.ChatOutcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a claim. */
public sealed interface ClaimResult {

    /**
     * The user has the agent, and the account is theirs.
     *
     * @param email of the user, to be masked
     * @param undoable whether a NO ends a link that this claim made
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
     * @param item the blueprint item that is in the way, if one is
     */
    record Refused(ChatOutcome outcome, @Nullable String item) implements ClaimResult {}
}
