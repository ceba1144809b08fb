package io.gatehouse.install.move;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.account.AccountReader;
import io.gatehouse.install.route.RouteStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Moves links to the accounts that their owners have now, in the caller's transaction. Only what was proved moves: a number
 * that somebody typed says nothing of who has another now. The same change again finds nothing to move.
 */
@Dependent
public class AccountChanges {

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

    /** What became of a change. */
    public enum Outcome {
        /** The person's new accounts are theirs, and one of them talks with an agent where the platform said so. */
        MOVED,
        /** The links moved, and nobody is to be told here. */
        MOVED_SILENTLY,
        /** Nobody's links were meant. */
        NOTHING
    }

    /** What is another user's stays theirs: nothing is taken from anybody. The old links end all the same. */
    public Outcome apply(Platform platform, AccountChange change) {
        List<PlatformAccount> previous = accounts.readAliases(platform, change.previous());
        List<PlatformAccount> current = accounts.readAliases(platform, change.current()).stream()
                .filter(account -> previous.stream().noneMatch(account::matches))
                .toList();
        Optional<UserId> owner = owner(previous, change.scope());
        if (owner.isEmpty() || current.isEmpty()) {
            return Outcome.NOTHING;
        }
        UserId user = owner.get();
        List<PlatformAccount> taken = current.stream()
                .filter(account -> links.wouldConflict(user, account))
                .toList();
        List<PlatformAccount> come = new ArrayList<>(current);
        come.removeAll(taken);
        endLinks(user, previous, current, change.scope());
        come.forEach(account -> links.link(user, account, LinkSource.ALIAS));
        learn(come, change.scope());
        events.moved(user, previous, come, taken);
        return come.stream().anyMatch(account -> routes.find(account.activeKey(), change.templateAgentId())
                        .isPresent())
                ? Outcome.MOVED
                : Outcome.MOVED_SILENTLY;
    }

    /** By the scoped ids, which are one person's for ever; else by the number, unless it was learned to be another's. */
    private Optional<UserId> owner(List<PlatformAccount> previous, String scope) {
        List<PlatformAccount> scoped =
                previous.stream().filter(Numbers::isScoped).toList();
        List<UserId> users =
                scoped.stream().flatMap(id -> proved(id).stream()).distinct().toList();
        if (!users.isEmpty()) {
            return users.size() == 1 ? Optional.of(users.get(0)) : Optional.empty();
        }
        List<UserId> byNumber = previous.stream()
                .filter(account -> !Numbers.isScoped(account))
                .filter(number -> scoped.stream().noneMatch(id -> isAnothers(number, id, scope)))
                .flatMap(number -> proved(number).stream())
                .distinct()
                .toList();
        return byNumber.size() == 1 ? Optional.of(byNumber.get(0)) : Optional.empty();
    }

    private Optional<UserId> proved(PlatformAccount account) {
        return links.find(account).filter(LinkedAccount::isVerified).map(LinkedAccount::user);
    }

    private boolean isAnothers(PlatformAccount number, PlatformAccount id, String scope) {
        return ids.look(number, id, scope)
                .map(ScopedIdStore.Known::learned)
                .filter(learned -> !learned.equals(id.identifier()))
                .isPresent();
    }

    /** With a number that was not named, where the id was learned with it and the person has another number now. */
    private void endLinks(UserId user, List<PlatformAccount> previous, List<PlatformAccount> current, String scope) {
        Set<UUID> ending = new LinkedHashSet<>();
        previous.stream()
                .flatMap(
                        account -> Numbers.isNumber(account) ? Numbers.bothNames(account).stream() : Stream.of(account))
                .flatMap(account -> links.find(account).stream())
                .filter(link -> link.user().equals(user))
                .forEach(link -> ending.add(link.identityId()));
        if (current.stream().anyMatch(Numbers::isNumber)) {
            previous.stream()
                    .filter(Numbers::isScoped)
                    .forEach(id -> ending.addAll(ids.numbersOf(user.value(), id, scope)));
        }
        current.forEach(account -> links.find(account).ifPresent(link -> ending.remove(link.identityId())));
        ending.stream().filter(link -> links.unlink(link, UnlinkReason.MOVED)).forEach(ids::closeChats);
    }

    private void learn(List<PlatformAccount> come, String scope) {
        for (PlatformAccount number : come) {
            if (Numbers.isNumber(number)) {
                come.stream().filter(Numbers::isScoped).forEach(id -> ids.learn(number, id, scope));
            }
        }
    }
}
