package io.gatehouse.install.claim;

import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.install.catalog.agent.PersonalOrganizationStore;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Claims that are carried out only after their sender answers YES in the chat that they were sent in. Their tokens stay
 * unspent until then.
 */
@Dependent
public class PendingClaims {

    private final PendingClaimStore store;
    private final PersonalOrganizationStore organizations;
    private final ClaimEvents events;
    private final InstantSource clock;
    private final boolean confirmRequired;

    @Inject
    public PendingClaims(
            PendingClaimStore store,
            PersonalOrganizationStore organizations,
            ClaimEvents events,
            InstantSource clock,
            Settings settings) {
        this.store = store;
        this.organizations = organizations;
        this.events = events;
        this.clock = clock;
        this.confirmRequired = settings.install().confirmRequired();
    }

    /**
     * Whether the sender must confirm the claim, if the deployment requires that. An account that is already linked to
     * the user needs no confirmation.
     */
    public boolean mustAsk(ClaimVerdict.Clear verdict) {
        return confirmRequired && !verdict.linked();
    }

    public void ask(Sender sender, UUID template, PresentedToken token, UUID organizationId) {
        store.put(chat(sender, template), token);
        events.asked(organizationId, "claim.pending", sender, token);
    }

    /** Returns the waiting token if it has not expired. */
    public Optional<PresentedToken> waiting(Sender sender, UUID template) {
        return store.waiting(chat(sender, template), clock.instant());
    }

    public Optional<PresentedToken> take(Sender sender, UUID template) {
        return store.take(chat(sender, template));
    }

    public boolean isExpired(PresentedToken token) {
        return !clock.instant().isBefore(token.expiresAt());
    }

    /** Declines the waiting token; false if there is none that has not expired. */
    public boolean decline(Sender sender, UUID template) {
        Optional<PresentedToken> declined = store.decline(chat(sender, template), clock.instant());
        declined.ifPresent(
                token -> events.asked(organizations.idOf(token.user()).orElse(null), "claim.declined", sender, token));
        return declined.isPresent();
    }

    private static PendingClaimStore.Chat chat(Sender sender, UUID template) {
        return new PendingClaimStore.Chat(sender.key(), template);
    }

    public void refuseExpired(Sender sender, PresentedToken token) {
        events.refused(
                new ClaimVerdict.Refused(
                        ChatOutcome.TOKEN_EXPIRED,
                        organizations.idOf(token.user()).orElse(null),
                        null),
                sender,
                token);
    }
}
