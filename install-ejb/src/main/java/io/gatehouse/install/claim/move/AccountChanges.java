package io.gatehouse.install.claim.move;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.LinkProof;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.channel.route.RouteStore;
import io.gatehouse.install.claim.account.AccountReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Moves links to the present accounts of their owners, in the caller's transaction. Only verified links move: a number
 * that a user merely entered does not say who has another number now. Only links that the report's authority covers and
 * that were proved before the change move: a late report concerns the previous owner. A repeated report finds nothing
 * to move.
 */
@Dependent
public class AccountChanges {

    private static final Logger LOG = Logger.getLogger(AccountChanges.class.getName());

    private final AccountReader accounts;
    private final IdentityLinks links;
    private final ScopedIdStore ids;
    private final RouteStore routes;
    private final MoveEvents events;

    @Inject
    public AccountChanges(
            AccountReader accounts, IdentityLinks links, ScopedIdStore ids, RouteStore routes, MoveEvents events) {
        this.accounts = accounts;
        this.links = links;
        this.ids = ids;
        this.routes = routes;
        this.events = events;
    }

    /** The outcome of a change. */
    public enum Outcome {
        /**
         * The links moved, and one of the new accounts has an agent in the chat where the platform reported the change.
         */
        MOVED,
        /** The links moved, and no message is sent here. */
        MOVED_SILENTLY,
        /** No link was affected. */
        NOTHING
    }

    /**
     * Applies the change. Accounts that are linked to another user remain linked to that user; the old links end all
     * the same.
     */
    public Outcome apply(Platform platform, AccountChange change) {
        List<PlatformAccount> previous = accounts.readAliases(platform, change.previous());
        List<PlatformAccount> current = accounts.readAliases(platform, change.current()).stream()
                .filter(account -> previous.stream().noneMatch(account::matches))
                .toList();
        Optional<LinkedAccount> owner = owner(previous, change);
        if (owner.isEmpty() || current.isEmpty()) {
            return Outcome.NOTHING;
        }
        UserId user = owner.get().user();
        LinkProof proof = new LinkProof(
                LinkSource.MOVED,
                change.authority().organizationId(),
                owner.get().root());
        List<PlatformAccount> conflicting = current.stream()
                .filter(account -> links.wouldConflict(user, account))
                .toList();
        List<PlatformAccount> linked = new ArrayList<>(current);
        linked.removeAll(conflicting);
        endLinks(user, previous, current, change);
        linked.forEach(account -> links.link(user, account, proof));
        learn(linked, change.scope());
        events.moved(user, previous, linked, conflicting);
        return linked.stream().anyMatch(account -> routes.find(account.activeKey(), change.templateAgentId())
                        .isPresent())
                ? Outcome.MOVED
                : Outcome.MOVED_SILENTLY;
    }

    /**
     * Determines the owner by the scoped ids, which are never reassigned; otherwise by the number, unless another id
     * was learned with it.
     */
    private Optional<LinkedAccount> owner(List<PlatformAccount> previous, AccountChange change) {
        List<PlatformAccount> scoped =
                previous.stream().filter(PhoneAccounts::isScoped).toList();
        List<LinkedAccount> byId =
                scoped.stream().flatMap(id -> proved(id, change).stream()).toList();
        if (!byId.isEmpty()) {
            return ofOneUser(byId);
        }
        return ofOneUser(previous.stream()
                .filter(account -> !PhoneAccounts.isScoped(account))
                .filter(number ->
                        scoped.isEmpty() || scoped.stream().anyMatch(id -> cameWith(number, id, change.scope())))
                .flatMap(number -> proved(number, change).stream())
                .toList());
    }

    private static Optional<LinkedAccount> ofOneUser(List<LinkedAccount> links) {
        return links.stream().map(LinkedAccount::user).distinct().count() == 1
                ? Optional.of(links.get(0))
                : Optional.empty();
    }

    private Optional<LinkedAccount> proved(PlatformAccount account, AccountChange change) {
        Optional<LinkedAccount> link = links.find(account).filter(LinkedAccount::isVerified);
        if (link.isPresent() && !change.authority().covers(link.get())) {
            LOG.log(
                    Level.INFO,
                    "Organization {0} reports a change of an account that its connections did not prove:"
                            + " the link {1} stays",
                    new Object[] {
                        change.authority().organizationId(), link.get().identityId()
                    });
        }
        return link.filter(it -> isAffected(it, change));
    }

    private static boolean isAffected(LinkedAccount link, AccountChange change) {
        Instant verified = link.verifiedAt();
        return change.authority().covers(link) && verified != null && verified.isBefore(change.before());
    }

    /**
     * Whether the id was learned with the number. An id that was never seen with the number does not say who owns it
     * now.
     */
    private boolean cameWith(PlatformAccount number, PlatformAccount id, String scope) {
        return ids.find(number, id, scope)
                .map(ScopedIdStore.LinkedNumber::learned)
                .filter(id.identifier()::equals)
                .isPresent();
    }

    /**
     * Ends the links of the previous accounts. If the person has another number now, this includes numbers that the
     * report does not name but that the id was learned with.
     */
    private void endLinks(
            UserId user, List<PlatformAccount> previous, List<PlatformAccount> current, AccountChange change) {
        Set<UUID> ending = new LinkedHashSet<>();
        previous.stream()
                .flatMap(account -> PhoneAccounts.isNumber(account)
                        ? PhoneAccounts.bothAccounts(account).stream()
                        : Stream.of(account))
                .flatMap(account -> links.find(account).stream())
                .filter(link -> link.user().equals(user) && isAffected(link, change))
                .forEach(link -> ending.add(link.identityId()));
        if (current.stream().anyMatch(PhoneAccounts::isNumber)) {
            previous.stream()
                    .filter(PhoneAccounts::isScoped)
                    .forEach(id -> ending.addAll(ids.numbersOf(user.value(), id, change)));
        }
        current.forEach(account -> links.find(account).ifPresent(link -> ending.remove(link.identityId())));
        ending.stream()
                .filter(link -> links.unlink(link, UnlinkReason.MOVED))
                .forEach(link -> ids.closeChats(link, change.authority()));
    }

    private void learn(List<PlatformAccount> linked, String scope) {
        for (PlatformAccount number : linked) {
            if (PhoneAccounts.isNumber(number)) {
                linked.stream().filter(PhoneAccounts::isScoped).forEach(id -> ids.learn(number, id, scope));
            }
        }
    }
}
