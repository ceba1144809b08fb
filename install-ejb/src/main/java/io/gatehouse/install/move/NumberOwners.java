package io.gatehouse.install.move;

import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.claim.Sender;
import io.gatehouse.install.claim.Voucher;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Tells whether a number is still its linked owner's. Operators give numbers that were given up to others; a scoped id is made
 * anew with each number, and never given to anybody else. So a number that comes with another id than the one that was learned
 * with it, in the same scope, is somebody else's. Ids of two scopes say nothing of each other: one person has one in each. Whom a
 * link was not proved by ends none: to them, and to them alone, the sender is a stranger.
 */
@Dependent
public class NumberOwners {

    private static final Logger LOG = Logger.getLogger(NumberOwners.class.getName());

    private final ScopedIdStore ids;
    private final IdentityLinks links;

    @Inject
    public NumberOwners(ScopedIdStore ids, IdentityLinks links) {
        this.ids = ids;
        this.links = links;
    }

    /** Who a sender is, to whom they write to. */
    public enum Standing {
        /** The owner of the number, or somebody unknown. */
        THEMSELVES,
        /** Not who the number is linked to, as far as it can be told here: only a code of that user says otherwise. */
        STRANGER,
        /**
         * An owner of before, whose message comes late: the chat is somebody else's by now, so that nothing of theirs may be
         * said there.
         */
        LATE
    }

    /** @param scope within which the sender's scoped ids are comparable */
    public Judgement of(Sender sender, String scope) {
        return new Judgement(sender, scope);
    }

    /** About the sender of one message, in its transaction. */
    public final class Judgement {

        private final String scope;
        private final Voucher voucher;
        private final List<PlatformAccount> accounts;
        private final Optional<PlatformAccount> scopedId;
        private final List<PlatformAccount> news = new ArrayList<>();

        private Judgement(Sender sender, String scope) {
            this.scope = scope;
            this.voucher = sender.voucher();
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
         */
        public Standing settle() {
            if (scopedId.isEmpty()) {
                return Standing.THEMSELVES;
            }
            PlatformAccount id = scopedId.get();
            Standing standing = Standing.THEMSELVES;
            for (PlatformAccount number : accounts) {
                if (Numbers.isNumber(number) && standing != Standing.LATE) {
                    Standing here = standing(number, id);
                    standing = here == Standing.THEMSELVES ? standing : here;
                }
            }
            return standing;
        }

        private Standing standing(PlatformAccount number, PlatformAccount id) {
            Optional<ScopedIdStore.Known> found = ids.look(number, id, scope);
            if (found.isPresent() && id.identifier().equals(found.get().learned())) {
                return Standing.THEMSELVES;
            }
            Standing standing = Standing.THEMSELVES;
            if (found.isPresent() && isAnothers(found.get())) {
                if (ids.wasBefore(number, id, scope)) {
                    return Standing.LATE;
                }
                standing = end(number, found.get());
            }
            news.add(number);
            return standing;
        }

        /** By whom the id is proved counts before what was learned with the number. */
        private boolean isAnothers(ScopedIdStore.Known known) {
            UUID holder = voucher.speaksFor(known.holderProvedBy()) ? known.holder() : null;
            return holder == null ? known.learned() != null : !holder.equals(known.user());
        }

        private Standing end(PlatformAccount number, ScopedIdStore.Known known) {
            if (!voucher.speaksFor(known.provedBy())) {
                LOG.log(
                        Level.INFO,
                        "A number came to organization {0} with another id than before, and its connections did not prove"
                                + " it: link {1} stays",
                        new Object[] {voucher.organizationId(), known.identityId()});
                return Standing.STRANGER;
            }
            Numbers.bothNames(number).forEach(name -> links.find(name)
                    .filter(link -> link.user().value().equals(known.user()) && voucher.speaksFor(link))
                    .map(LinkedAccount::identityId)
                    .filter(link -> links.unlink(link, UnlinkReason.REASSIGNED))
                    .ifPresent(link -> ids.closeChats(link, voucher)));
            return Standing.THEMSELVES;
        }

        /**
         * Once the message is answered: what it said of a number is learned, if the number is linked now.
         *
         * @param standing how the sender was settled
         * @param claimed whether the message had a code in it that made, or has made, the number's link
         */
        public void learn(Standing standing, boolean claimed) {
            if (standing == Standing.THEMSELVES || claimed) {
                scopedId.ifPresent(id -> news.forEach(number -> ids.learn(number, id, scope)));
            }
        }
    }
}
