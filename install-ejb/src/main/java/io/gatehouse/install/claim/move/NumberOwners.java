package io.gatehouse.install.claim.move;

import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.claim.LinkAuthority;
import io.gatehouse.install.claim.Sender;
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
    public enum SenderStatus {
        /** The owner of the number, or a sender without a link. */
        CURRENT,
        /**
         * Not the user that the number is linked to, as far as it can be determined here: only an install token of that
         * user says otherwise.
         */
        NOT_OWNER,
        /**
         * The previous owner, whose message arrives late: the chat belongs to another person by now, so that nothing
         * about the previous owner may be sent there.
         */
        FORMER_OWNER
    }

    /** @param scope within which the sender's scoped ids are comparable */
    public OwnerCheck of(Sender sender, String scope) {
        return new OwnerCheck(sender, scope);
    }

    /** The check of the sender of one message, in its transaction. */
    public final class OwnerCheck {

        private final String scope;
        private final LinkAuthority authority;
        private final List<PlatformAccount> accounts;
        private final Optional<PlatformAccount> scopedId;
        private final List<PlatformAccount> changedNumbers = new ArrayList<>();

        private OwnerCheck(Sender sender, String scope) {
            this.scope = scope;
            this.authority = sender.authority();
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
        public SenderStatus check() {
            if (scopedId.isEmpty()) {
                return SenderStatus.CURRENT;
            }
            PlatformAccount id = scopedId.get();
            SenderStatus status = SenderStatus.CURRENT;
            for (PlatformAccount number : accounts) {
                if (PhoneAccounts.isNumber(number) && status != SenderStatus.FORMER_OWNER) {
                    SenderStatus one = status(number, id);
                    status = one == SenderStatus.CURRENT ? status : one;
                }
            }
            return status;
        }

        private SenderStatus status(PlatformAccount number, PlatformAccount id) {
            Optional<ScopedIdStore.LinkedNumber> found = ids.find(number, id, scope);
            if (found.isPresent() && id.identifier().equals(found.get().learned())) {
                return SenderStatus.CURRENT;
            }
            SenderStatus status = SenderStatus.CURRENT;
            if (found.isPresent() && isReassigned(found.get())) {
                if (ids.wasFormerly(number, id, scope)) {
                    return SenderStatus.FORMER_OWNER;
                }
                status = end(number, found.get());
            }
            changedNumbers.add(number);
            return status;
        }

        /** A verified link of the id takes precedence over the id that was learned with the number. */
        private boolean isReassigned(ScopedIdStore.LinkedNumber known) {
            UUID holder = authority.covers(known.holderProvedBy()) ? known.holder() : null;
            return holder == null ? known.learned() != null : !holder.equals(known.user());
        }

        private SenderStatus end(PlatformAccount number, ScopedIdStore.LinkedNumber known) {
            if (!authority.covers(known.provedBy())) {
                LOG.log(
                        Level.INFO,
                        "Organization {0} received a number with another id than before, but its connections did not prove"
                                + " the number: the link {1} stays",
                        new Object[] {authority.organizationId(), known.identityId()});
                return SenderStatus.NOT_OWNER;
            }
            PhoneAccounts.bothAccounts(number).forEach(name -> links.find(name)
                    .filter(link -> link.user().value().equals(known.user()) && authority.covers(link))
                    .map(LinkedAccount::identityId)
                    .filter(link -> links.unlink(link, UnlinkReason.REASSIGNED))
                    .ifPresent(link -> ids.closeChats(link, authority)));
            return SenderStatus.CURRENT;
        }

        /**
         * Call after the message is answered. Stores the scoped id of each new number, if the number is linked now.
         *
         * @param status result of {@link #check()}
         * @param claimed whether the message contained a token that created, or had created, the number's link
         */
        public void learn(SenderStatus status, boolean claimed) {
            if (status == SenderStatus.CURRENT || claimed) {
                scopedId.ifPresent(id -> changedNumbers.forEach(number -> ids.learn(number, id, scope)));
            }
        }
    }
}
