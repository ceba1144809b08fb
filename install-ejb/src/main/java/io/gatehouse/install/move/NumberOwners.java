package io.gatehouse.install.move;

import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.domain.account.Namespace;
import io.gatehouse.domain.account.PlatformAccount;
import io.gatehouse.install.claim.Sender;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

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

        private final Sender sender;
        private final String scope;
        private final Optional<PlatformAccount> scopedId;
        private boolean news;

        private Judgement(Sender sender, String scope) {
            this.sender = sender;
            this.scope = scope;
            this.scopedId = sender.account().namespace() == Namespace.WA_JID
                    ? first(Namespace.WA_BSUID).or(() -> first(Namespace.WA_PARENT_BSUID))
                    : Optional.empty();
        }

        private Optional<PlatformAccount> first(Namespace namespace) {
            return sender.aliases().stream()
                    .filter(alias -> alias.namespace() == namespace)
                    .findFirst();
        }

        /**
         * The sender as whom the message is answered. The link of a number that is somebody else's by now ends first, and they
         * are as unknown as anybody. What the owner of before sent is late, and theirs by their id alone.
         */
        public Sender settle() {
            if (scopedId.isEmpty()) {
                return sender;
            }
            PlatformAccount id = scopedId.get();
            Optional<ScopedIdStore.Known> found = ids.look(sender.account(), id, scope);
            news = found.isEmpty() || !id.identifier().equals(found.get().learned());
            if (!news || found.isEmpty() || !isAnothers(found.get())) {
                return sender;
            }
            if (ids.wasBefore(sender.account(), id, scope)) {
                news = false;
                return new Sender(sender.platform(), id, sender.aliases());
            }
            links.unlink(found.get().identityId(), UnlinkReason.REASSIGNED);
            return sender;
        }

        /** By whom the id is proved counts before what was learned with the number. */
        private boolean isAnothers(ScopedIdStore.Known known) {
            return known.holder() == null
                    ? known.learned() != null
                    : !known.holder().equals(known.user());
        }

        /** Once the message is answered: what it said of the number is learned, if the number is linked now. */
        public void learn() {
            if (news) {
                scopedId.ifPresent(id -> ids.learn(sender.account(), id, scope));
            }
        }
    }
}
