package io.gatehouse.install.claim.typed;

import io.gatehouse.contract.account.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The question whether an account shall be linked to one user, in its chat with one template's agent.
 *
 * @param accountKey of the account that the user entered
 * @param identityId the user's pending link; an answer applies to this link only
 * @param email of the user, to be masked; null if there is no verified address
 * @param heard whether the question has reached the account, so that a message can be an answer
 */
public record TypedQuestion(
        String accountKey,
        UUID templateAgentId,
        UUID identityId,
        UserId user,
        @Nullable String email,
        boolean heard) {}
