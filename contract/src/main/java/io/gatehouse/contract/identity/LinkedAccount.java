package io.gatehouse.contract.identity;

import io.gatehouse.contract.account.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account with an active link.
 *
 * @param memberEmail of the user whom it is linked to, to be masked before anyone else sees it; null where nobody vouches
 *     for one
 * @param source how the link came about
 * @param verifiedAt null while the link is only somebody's word
 * @param provedBy the organization by whose connection the account was proved; null for the deployment's own ways, and where
 *     it is not known
 * @param cameWith the link beside which the platform named the account; null where it stands for itself
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

    /** The link that stands for itself: the one that this one came with, which may have ended, or this one. */
    public UUID root() {
        return cameWith == null ? identityId : cameWith;
    }

    public boolean isVerified() {
        return verifiedAt != null;
    }
}
