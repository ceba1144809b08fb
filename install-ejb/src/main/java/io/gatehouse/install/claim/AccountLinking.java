package io.gatehouse.install.claim;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.LinkResult;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.kernel.transaction.LostRaceException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Links the account of a sender, and the aliases that the platform vouches for. */
@Dependent
public class AccountLinking {

    private final IdentityLinks links;

    @Inject
    public AccountLinking(IdentityLinks links) {
        this.links = links;
    }

    /**
     * Links the account that claims. That nothing speaks against it was found out before.
     *
     * @return whether the link is new
     * @throws LostRaceException if another user's claim of the account committed in between
     */
    boolean linkClaimer(Sender sender, UserId user) {
        LinkResult result = links.link(user, sender.account(), LinkSource.CLAIM);
        if (result instanceof LinkResult.Linked) {
            return true;
        }
        if (result instanceof LinkResult.AlreadyLinked) {
            return false;
        }
        throw new LostRaceException("the account was linked to another user");
    }

    /**
     * Learns the aliases that are not this user's yet. One that is verified for another user stays theirs.
     *
     * @return the aliases that were left with somebody else
     */
    public List<PlatformAccount> learn(Sender sender, UserId user) {
        List<PlatformAccount> left = new ArrayList<>();
        for (PlatformAccount alias : sender.aliases()) {
            boolean known = links.find(alias)
                    .filter(link -> link.isVerified() && link.user().equals(user))
                    .isPresent();
            if (!known && !learn(alias, user)) {
                left.add(alias);
            }
        }
        return left;
    }

    /**
     * The link of a sender: its account's, or, if nobody has proved that one, its aliases': the platform says that they
     * are one person. Aliases of two users say nothing.
     */
    public Optional<LinkedAccount> find(Sender sender) {
        Optional<LinkedAccount> own = links.find(sender.account());
        if (sender.aliases().isEmpty() || own.filter(LinkedAccount::isVerified).isPresent()) {
            return own;
        }
        List<UserId> users = sender.aliases().stream()
                .flatMap(alias -> links.find(alias).stream())
                .filter(LinkedAccount::isVerified)
                .map(LinkedAccount::user)
                .distinct()
                .toList();
        return users.size() == 1 && learn(sender.account(), users.get(0)) ? links.find(sender.account()) : own;
    }

    private boolean learn(PlatformAccount alias, UserId user) {
        if (links.wouldConflict(user, alias)) {
            return false;
        }
        LinkResult result = links.link(user, alias, LinkSource.ALIAS);
        return result instanceof LinkResult.Linked || result instanceof LinkResult.AlreadyLinked;
    }
}
