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
 * Checks whether a number still belongs to the owner of its link. Network operators reassign numbers; a scoped id is
 * created anew with each number and never reassigned. So a number that arrives with another id than the one that was
 * learned with it in the same scope belongs to another person. Ids of different scopes are not comparable, since one
 * person has one in each. A link is ended only by an authority that covers it; for any other authority the sender is
 * merely not the owner.
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

    /** The relation of a sender to the number, as far as this authority can tell. */
    public enum Standing {
        /** The owner of the number, or a sender without a link. */
        THEMSELVES,
        /**
         * Not the user that the number is linked to, as far as it can be determined here: only an install token of that
         * user says otherwise.
         */
        STRANGER,
        /**
         * The previous owner, whose message arrives late: the chat belongs to another person by now, so that nothing
         * about the previous owner may be sent there.
         */
        LATE
    }

    /** @param scope within which the sender's scoped ids are comparable */
    public Judgement of(Sender sender, String scope) {
        return new Judgement(sender, scope);
    }

    /** The check of the sender of one message, in its transaction. */
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
         * Call before the message is answered. If the number belongs to another person by now, its link is ended and
         * the sender is treated as unknown.
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

        /** A verified link of the id takes precedence over the id that was learned with the number. */
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
         * Call after the message is answered. Stores the scoped id of each new number, if the number is linked now.
         *
         * @param standing result of {@link #check()}
         * @param claimed whether the message contained a token that created, or had created, the number's link
         */
        public void learn(Standing standing, boolean claimed) {
            if (standing == Standing.THEMSELVES || claimed) {
                scopedId.ifPresent(id -> news.forEach(number -> ids.learn(number, id, scope)));
            }
        }
    }
}
