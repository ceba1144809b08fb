package io.gatehouse.contract.identity;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.domain.account.PlatformAccount;
import java.util.Optional;
import java.util.UUID;

/**
 * Links platform accounts to members, inside the caller's transaction.
 *
 * <p>An account is active for one user at a time: the unique active key of an identity decides every race.
 */
public interface IdentityLinks {

    /** The active link of an account, whoever holds it. */
    Optional<LinkedAccount> find(PlatformAccount account);

    /**
     * Whether {@link #link} would refuse right now, changing nothing. A caller that spends something before it links
     * asks first.
     */
    boolean wouldConflict(UserId user, PlatformAccount account);

    /**
     * Links an account to the user's member in their personal organization. An account that is verified for another
     * user is a conflict; one that another user merely typed into a form yields, and its old link ends. A link that
     * stands already is kept and, if {@code source} proves the account, verified.
     */
    LinkResult link(UserId user, PlatformAccount account, LinkSource source);

    /** A message from the account itself proves that a link which was typed into a form is right. */
    void verify(UUID identityId);

    /** Ends an active link; false if it has ended already. */
    boolean unlink(UUID identityId, UnlinkReason reason);

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
