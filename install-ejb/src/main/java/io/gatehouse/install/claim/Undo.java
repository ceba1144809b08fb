package io.gatehouse.install.claim;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.contract.platform.Namespace;
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
 * Ends links that the person on the other side of an account did not want: one that a claim made or a YES confirmed, within
 * the window. The aliases that were learned with it go too: an account that is let go is not kept by its other name.
 */
@Dependent
public class Undo {

    /** Accounts that people type. */
    private static final Set<Namespace> TYPED = EnumSet.of(Namespace.WA_JID, Namespace.PHONE);

    private final IdentityLinks links;
    private final ClaimStore claims;
    private final LearnedAliasStore aliases;
    private final InstantSource clock;
    private final Duration window;

    @Inject
    public Undo(
            IdentityLinks links, ClaimStore claims, LearnedAliasStore aliases, InstantSource clock, Settings settings) {
        this.links = links;
        this.claims = claims;
        this.aliases = aliases;
        this.clock = clock;
        this.window = settings.install().undoWindow();
    }

    /** False if there is nothing to undo. */
    public boolean undo(Sender sender) {
        Optional<LinkedAccount> found = links.find(sender.account());
        Optional<Agreement> agreement = found.flatMap(link -> agreement(sender, link));
        if (found.isEmpty() || agreement.isEmpty()) {
            return false;
        }
        LinkedAccount link = found.get();
        Set<UUID> ending = new LinkedHashSet<>();
        ending.add(link.identityId());
        sender.aliases().forEach(alias -> links.find(alias)
                .filter(it -> isOfIt(it, link.user(), agreement.get()))
                .ifPresent(it -> ending.add(it.identityId())));
        ending.addAll(aliases.learnedWith(
                link.user(), agreement.get().accountKey(), agreement.get().at()));
        ending.forEach(identity -> links.unlink(identity, UnlinkReason.REPLIED_NO));
        return true;
    }

    /** When which account agreed to be the user's. */
    private record Agreement(String accountKey, Instant at) {}

    /** What made the link, as long as it can be undone. A later claim does not open the window anew. */
    private Optional<Agreement> agreement(Sender sender, LinkedAccount link) {
        Instant since = clock.instant().minus(window);
        Instant verified = link.verifiedAt();
        if (verified == null || verified.isBefore(since)) {
            return Optional.empty();
        }
        return switch (link.source()) {
            case CLAIM, FORM, ADMIN -> Optional.of(new Agreement(sender.key(), verified));
            case ALIAS ->
                claims.latestOn(sender.platform(), link.user(), since, verified)
                        .map(claim -> new Agreement(claim.accountKey(), claim.claimedAt()))
                        .or(() -> typed(link.user(), since, verified));
            case SIGN_IN -> Optional.empty();
        };
    }

    private Optional<Agreement> typed(UserId user, Instant since, Instant learned) {
        return aliases.typed(user, TYPED, since, learned)
                .map(identity ->
                        new Agreement(identity.account().activeKey(), Objects.requireNonNull(identity.verifiedAt())));
    }

    /** Whether the sender's other account became the user's with it. */
    private static boolean isOfIt(LinkedAccount link, UserId user, Agreement agreement) {
        Instant verified = link.verifiedAt();
        return link.user().equals(user)
                && (link.source() == LinkSource.ALIAS
                        || link.source() == LinkSource.CLAIM
                        || (verified != null && !verified.isBefore(agreement.at())));
    }
}
