package io.gatehouse.install.claim;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.domain.identity.Identity;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Ends a link at the request of the account's owner: a link that a claim created or a YES confirmed, within the undo
 * window. The identities that were linked with it, as aliases or by a move, end too; otherwise the account would remain
 * linked under another identifier. Identities that came with another account of the same user stay.
 */
@Dependent
public class LinkUndo {

    /** The ways in which an account itself agrees to be linked. */
    private static final Set<LinkSource> AGREED = EnumSet.of(LinkSource.CLAIM, LinkSource.FORM, LinkSource.ADMIN);

    private final IdentityLinks links;
    private final LearnedAliasStore aliases;
    private final InstantSource clock;
    private final Duration window;

    @Inject
    public LinkUndo(IdentityLinks links, LearnedAliasStore aliases, InstantSource clock, Settings settings) {
        this.links = links;
        this.aliases = aliases;
        this.clock = clock;
        this.window = settings.install().undoWindow();
    }

    /** False if there is nothing to undo, or if the sender's authority does not cover the link. */
    public boolean undo(Sender sender) {
        Optional<LinkedAccount> found =
                links.find(sender.account()).filter(sender.authority()::covers).filter(LinkedAccount::isVerified);
        Optional<Identity> agreement = found.flatMap(link -> agreement(link.root()));
        if (found.isEmpty() || agreement.isEmpty()) {
            return false;
        }
        LinkedAccount link = found.get();
        Instant agreedAt = Objects.requireNonNull(agreement.get().verifiedAt());
        Set<UUID> ending = new LinkedHashSet<>();
        ending.add(link.identityId());
        sender.aliases().forEach(alias -> links.find(alias)
                .filter(sender.authority()::covers)
                .filter(it -> isLinkedByIt(it, link.user(), agreedAt))
                .ifPresent(it -> ending.add(it.identityId())));
        ending.addAll(aliases.cameWith(link.root(), sender.authority()));
        ending.forEach(identity -> links.unlink(identity, UnlinkReason.REPLIED_NO));
        return true;
    }

    /**
     * Returns the link that the account agreed to, if it is still within the undo window. A later claim does not
     * restart the window.
     */
    private Optional<Identity> agreement(UUID root) {
        Instant since = clock.instant().minus(window);
        return aliases.find(root)
                .filter(identity -> AGREED.contains(identity.source()))
                .filter(identity -> {
                    Instant verified = identity.verifiedAt();
                    return verified != null && !verified.isBefore(since);
                });
    }

    /** Whether the sender's other account was linked to the user by the same agreement. */
    private static boolean isLinkedByIt(LinkedAccount link, UserId user, Instant agreedAt) {
        Instant verified = link.verifiedAt();
        return link.user().equals(user)
                && (link.source() == LinkSource.ALIAS
                        || link.source() == LinkSource.CLAIM
                        || (verified != null && !verified.isBefore(agreedAt)));
    }
}
