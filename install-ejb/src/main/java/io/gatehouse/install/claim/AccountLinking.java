package io.gatehouse.install.claim;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.LinkProof;
import io.gatehouse.contract.identity.LinkResult;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.claim.typed.TypedQuestionStore;
import io.gatehouse.kernel.transaction.LostRaceException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Links the account of a sender and the aliases that its platform asserts. Each new link closes the open questions
 * about the number.
 */
@Dependent
public class AccountLinking {

    private final IdentityLinks links;
    private final TypedQuestionStore questions;

    @Inject
    public AccountLinking(IdentityLinks links, TypedQuestionStore questions) {
        this.links = links;
        this.questions = questions;
    }

    /**
     * Links the account that redeems a token. The caller has checked that nothing prevents it.
     *
     * @return whether the link is new
     * @throws LostRaceException if another user's claim of the account committed in between
     */
    boolean linkClaimer(Sender sender, UserId user) {
        LinkResult result = links.link(
                user,
                sender.account(),
                new LinkProof(LinkSource.CLAIM, sender.authority().organizationId(), null));
        if (result instanceof LinkResult.Linked) {
            questions.closeAll(sender.key());
            return true;
        }
        if (result instanceof LinkResult.AlreadyLinked) {
            return false;
        }
        throw new LostRaceException("the account was linked to another user");
    }

    /**
     * Links the aliases of an account that has just proved itself, unless they are already linked to this user. An
     * alias that is verified for another user remains linked to that user.
     *
     * @return the aliases that remain with other users
     */
    public List<PlatformAccount> learn(Sender sender, UserId user) {
        return sender.aliases().isEmpty()
                ? List.of()
                : links.find(sender.account())
                        .filter(link -> link.user().equals(user))
                        .map(link -> learn(sender, sender.aliases(), link))
                        .orElse(sender.aliases());
    }

    /**
     * Links the aliases of an ordinary message, if its authority covers the link: otherwise anyone with a connection
     * could add aliases to links that others proved.
     */
    public void learnFromMessage(LinkedAccount link, Sender sender) {
        if (sender.authority().covers(link)) {
            learn(sender, sender.aliases(), link);
        }
    }

    private List<PlatformAccount> learn(Sender sender, List<PlatformAccount> accounts, LinkedAccount link) {
        List<PlatformAccount> left = new ArrayList<>();
        for (PlatformAccount account : accounts) {
            boolean known = links.find(account)
                    .filter(it -> it.isVerified() && it.user().equals(link.user()))
                    .isPresent();
            if (!known && !learn(sender, account, link)) {
                left.add(account);
            }
        }
        return left;
    }

    /**
     * Returns the link of a sender: that of its account, or, if that one is not verified, that of its aliases, because
     * the platform says that they belong to the same person. Aliases of two users are ignored, and so are links that
     * the sender's authority does not cover.
     */
    public Optional<LinkedAccount> find(Sender sender) {
        Optional<LinkedAccount> own = links.find(sender.account());
        if (sender.aliases().isEmpty() || own.filter(LinkedAccount::isVerified).isPresent()) {
            return own;
        }
        List<LinkedAccount> known = sender.aliases().stream()
                .flatMap(alias -> links.find(alias).stream())
                .filter(link -> link.isVerified() && sender.authority().covers(link))
                .toList();
        return known.stream().map(LinkedAccount::user).distinct().count() == 1
                        && learn(sender, sender.account(), known.get(0))
                ? links.find(sender.account())
                : own;
    }

    private boolean learn(Sender sender, PlatformAccount account, LinkedAccount base) {
        if (links.wouldConflict(base.user(), account)) {
            return false;
        }
        LinkResult result = links.link(
                base.user(),
                account,
                new LinkProof(LinkSource.ALIAS, sender.authority().organizationId(), base.root()));
        if (result instanceof LinkResult.Linked) {
            questions.closeAll(account.activeKey());
        }
        return result instanceof LinkResult.Linked || result instanceof LinkResult.AlreadyLinked;
    }
}
