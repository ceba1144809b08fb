package io.gatehouse.install.claim;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.domain.claim.Claim;
import io.gatehouse.domain.config.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Ends links that the person on the other side of an account did not want: one that a claim made, within the window, and
 * one that was typed into a form, as long as nobody has proved it. The aliases that were learned with a claim go with it:
 * an account that is let go is not kept by its other name.
 */
@Dependent
public class Undo {

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
        if (found.isEmpty()) {
            return false;
        }
        LinkedAccount link = found.get();
        Optional<Claim> claim = claimOf(sender, link);
        if (claim.isEmpty() && link.isVerified()) {
            return false;
        }
        Set<UUID> ending = new LinkedHashSet<>();
        ending.add(link.identityId());
        sender.aliases().forEach(alias -> links.find(alias)
                .filter(it -> isLearned(it, link.user()))
                .ifPresent(it -> ending.add(it.identityId())));
        claim.ifPresent(it -> ending.addAll(aliases.learnedWith(it)));
        ending.forEach(identity -> links.unlink(identity, UnlinkReason.REPLIED_NO));
        return true;
    }

    /** The claim that made the link, or that proved it, as long as it can be undone. */
    private Optional<Claim> claimOf(Sender sender, LinkedAccount link) {
        Instant since = clock.instant().minus(window);
        return switch (link.source()) {
            case CLAIM ->
                link.linkedAt().isBefore(since) ? Optional.empty() : claims.latestOf(link.user(), sender.key(), since);
            case FORM, ADMIN -> claims.latestOf(link.user(), sender.key(), since);
            case ALIAS -> claims.latestOn(sender.platform(), link.user(), since, link.linkedAt());
            case SIGN_IN -> Optional.empty();
        };
    }

    private static boolean isLearned(LinkedAccount link, UserId user) {
        return link.user().equals(user) && (link.source() == LinkSource.ALIAS || link.source() == LinkSource.CLAIM);
    }
}
