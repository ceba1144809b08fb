package io.gatehouse.contract.identity;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.platform.PlatformAccount;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Links platform accounts to members, inside the caller's transaction.
 *
 * <p>An account is active for one user at a time: the unique active key of an identity decides every race.
 */
public interface IdentityLinks {

    /** The active link of an account, whoever holds it. A pending one is not active. */
    Optional<LinkedAccount> find(PlatformAccount account);

    /**
     * Whether {@link #link} would refuse right now, changing nothing. A caller that spends something before it links
     * asks first.
     */
    boolean wouldConflict(UserId user, PlatformAccount account);

    /**
     * Links an account to the user's member in their personal organization.
     *
     * <p>Where {@code source} proves the account, the link is active at once: what the user had pending for it is
     * confirmed, what others had pending ends, and an account that is active for another user is a conflict. Where it
     * does not, the link is pending: it takes nothing from anybody, and whether others have the account, active or
     * pending, is not told. A link that is active stays as it was proved.
     */
    LinkResult link(UserId user, PlatformAccount account, LinkProof proof);

    /** The same, by the deployment itself. */
    default LinkResult link(UserId user, PlatformAccount account, LinkSource source) {
        return link(user, account, LinkProof.of(source));
    }

    /**
     * The account itself has said that a pending link is right: it is active from now on, and what others had pending
     * for the account ends. Of two links of one account that are confirmed at the same time one is.
     *
     * @param organizationId by whose connection it was said; null for the deployment's own ways
     * @return false if it is not pending any more, or the account is active for somebody
     */
    boolean confirm(UUID identityId, @Nullable UUID organizationId);

    /** The same, said to the deployment itself. */
    default boolean confirm(UUID identityId) {
        return confirm(identityId, null);
    }

    /** Ends a link, active or pending; false if it has ended already. */
    boolean unlink(UUID identityId, UnlinkReason reason);

    /** Ends a link that is pending; false if it has ended already, or was proved meanwhile. */
    boolean unlinkPending(UUID identityId, UnlinkReason reason);

    /** Why a link ended, for the audit trail. */
    enum UnlinkReason {
        REPLIED_NO,
        BY_USER,
        YIELDED_TO_VERIFIED,
        BY_ADMINISTRATOR,
        /** The person has another number or id on the platform now, and the link went there with them. */
        MOVED,
        /** The platform gave the number to somebody else. */
        REASSIGNED,
        /** A link to the same number in its other form, which was proved later, took its place. */
        RENUMBERED
    }
}
