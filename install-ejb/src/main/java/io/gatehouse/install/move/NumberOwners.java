package io.gatehouse.install.move;

import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.claim.Sender;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tells whether a number is still its linked owner's. Operators give numbers that were given up to others; a scoped id is made
 * anew with each number, and never given to anybody else. So a number that comes with another id than the one that was learned
 * with it, in the same scope, is somebody else's. Ids of two scopes say nothing of each other: one person has one in each.
 */
@Dependent
public class NumberOwners {

    private final ScopedIdStore ids;
    private final IdentityLinks links;

    @Inject
    public NumberOwners(ScopedIdStore ids, IdentityLinks links) {
        this.ids = ids;
        this.links = links;
    }

    /** @param scope within which the sender's scoped ids are comparable */
    public Judgement of(Sender sender, String scope) {
        return new Judgement(sender, scope);
    }

    /** About the sender of one message, in its transaction. */
    public final class Judgement {

        private final String scope;
        private final List<PlatformAccount> accounts;
        private final Optional<PlatformAccount> scopedId;
        private final List<PlatformAccount> news = new ArrayList<>();

        private Judgement(Sender sender, String scope) {
            this.scope = scope;
            this.accounts = Stream.concat(Stream.of(sender.account()), sender.aliases().stream())
                    .toList();
            this.scopedId = first(Namespace.WA_BSUID).or(() -> first(Namespace.WA_PARENT_BSUID));
        }

        private Optional<PlatformAccount> first(Namespace namespace) {
            return accounts.stream()
                    .filter(account -> account.namespace() == namespace)
                    .findFirst();
        }

        /**
         * Before the message is answered. The link of a number that is somebody else's by now ends, and they are as unknown as
         * anybody.
         *
         * @return false for a message of an owner of before, which comes late: its chat is somebody else's by now, so that
         *     nothing of theirs may be said there, and it ends nothing
         */
        public boolean settle() {
            if (scopedId.isEmpty()) {
                return true;
            }
            PlatformAccount id = scopedId.get();
            return accounts.stream().filter(Numbers::isNumber).allMatch(number -> isTheirs(number, id));
        }

        private boolean isTheirs(PlatformAccount number, PlatformAccount id) {
            Optional<ScopedIdStore.Known> found = ids.look(number, id, scope);
            if (found.isPresent() && id.identifier().equals(found.get().learned())) {
                return true;
            }
            if (found.isPresent() && isAnothers(found.get())) {
                if (ids.wasBefore(number, id, scope)) {
                    return false;
                }
                end(number, found.get().user());
            }
            news.add(number);
            return true;
        }

        /** By whom the id is proved counts before what was learned with the number. */
        private boolean isAnothers(ScopedIdStore.Known known) {
            return known.holder() == null
                    ? known.learned() != null
                    : !known.holder().equals(known.user());
        }

        private void end(PlatformAccount number, UUID user) {
            Numbers.bothNames(number).forEach(name -> links.find(name)
                    .filter(link -> link.user().value().equals(user))
                    .map(LinkedAccount::identityId)
                    .filter(link -> links.unlink(link, UnlinkReason.REASSIGNED))
                    .ifPresent(ids::closeChats));
        }

        /** Once the message is answered: what it said of a number is learned, if the number is linked now. */
        public void learn() {
            scopedId.ifPresent(id -> news.forEach(number -> ids.learn(number, id, scope)));
        }
    }
}
