package io.gatehouse.contract.identity;

import io.gatehouse.contract.account.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account with an active link.
 *
 * @param memberEmail of the linked user, to be masked before others see it; null if no verified one is known
 * @param source how the link was made
 * @param verifiedAt null while the link is unproved
 * @param provedBy the organization whose connection received the proof; null for the deployment's own ways, and if
 *     unknown
 * @param cameWith the link beside which the platform named the account; null if the account was proved by itself
 */
public record LinkedAccount(
        UUID identityId,
        UserId user,
        @Nullable String memberEmail,
        LinkSource source,
        Instant linkedAt,
        @Nullable Instant verifiedAt,
        @Nullable UUID provedBy,
        @Nullable UUID cameWith) {

    /**
     * Returns the id of the link that was proved by itself: the one that this link came with, which may have ended, or
     * this one.
     */
    public UUID root() {
        return cameWith == null ? identityId : cameWith;
    }

    public boolean isVerified() {
        return verifiedAt != null;
    }
}
