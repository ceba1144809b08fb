package io.gatehouse.contract.identity;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.platform.PlatformAccount;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Links platform accounts to members, in the caller's transaction.
 *
 * <p>An account is active for at most one user: the unique active key of an identity decides every race.
 */
public interface IdentityLinks {

    /** Returns the active link of an account, of any user. A pending link is not active. */
    Optional<LinkedAccount> find(PlatformAccount account);

    /**
     * Whether {@link #link} would refuse now; changes nothing. For callers that spend something, such as a token,
     * before they link.
     */
    boolean wouldConflict(UserId user, PlatformAccount account);

    /**
     * Links an account to the user's member in their personal organization.
     *
     * <p>If {@code source} proves the account, the link is active at once: the user's pending link to it is confirmed,
     * pending links of other users end, and an account that is active for another user is a conflict. Otherwise the
     * link is pending: it takes nothing from other users, and the result does not reveal whether others have the
     * account, active or pending. An active link keeps its proof.
     */
    LinkResult link(UserId user, PlatformAccount account, LinkProof proof);

    /** Same, for a link by the deployment itself. */
    default LinkResult link(UserId user, PlatformAccount account, LinkSource source) {
        return link(user, account, LinkProof.of(source));
    }

    /**
     * Activates a pending link that the account itself has confirmed, and ends other users' pending links to the
     * account. Of two links of one account that are confirmed at the same time, one succeeds.
     *
     * @param organizationId the organization whose connection received the confirmation; null for the deployment's own
     *     ways
     * @return false if the link is not pending any more, or the account is active for a user
     */
    boolean confirm(UUID identityId, @Nullable UUID organizationId);

    /** Same, for a confirmation to the deployment itself. */
    default boolean confirm(UUID identityId) {
        return confirm(identityId, null);
    }

    /** Ends an active or pending link. Returns false if it has already ended. */
    boolean unlink(UUID identityId, UnlinkReason reason);

    /** Ends a pending link. Returns false if it has already ended or was proved meanwhile. */
    boolean unlinkPending(UUID identityId, UnlinkReason reason);

    /** Why a link ended, for the audit trail. */
    enum UnlinkReason {
        REPLIED_NO,
        BY_USER,
        YIELDED_TO_VERIFIED,
        BY_ADMINISTRATOR,
        /** The person has another number or id on the platform; the link moved there. */
        MOVED,
        /** The platform assigned the number to another person. */
        REASSIGNED,
        /** Replaced by a link to the other form of the same number, which was proved later. */
        RENUMBERED
    }
}
