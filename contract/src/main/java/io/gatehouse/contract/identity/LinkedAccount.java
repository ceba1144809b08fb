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
 */
public record LinkedAccount(
        UUID identityId,
        UserId user,
        @Nullable String memberEmail,
        LinkSource source,
        Instant linkedAt,
        @Nullable Instant verifiedAt) {

    public boolean isVerified() {
        return verifiedAt != null;
    }
}
