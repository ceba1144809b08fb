package io.gatehouse.install.typed;

import io.gatehouse.contract.account.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The question whether an account is to be linked to one user, in its chat with one template's agent.
 *
 * @param accountKey of the account that the user typed
 * @param identityId the user's pending link: an answer is for this one alone
 * @param email of the user, to be masked; null where nobody vouches for one
 * @param heard whether the question has reached the account, so that what it says can be an answer
 */
public record TypedQuestion(
        String accountKey,
        UUID templateAgentId,
        UUID identityId,
        UserId user,
        @Nullable String email,
        boolean heard) {}
