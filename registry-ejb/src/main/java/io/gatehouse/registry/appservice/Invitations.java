package io.gatehouse.registry.appservice;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Invitations on their way, in short transactions around the homeserver's answer. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Invitations {

    private static final int CANDIDATES = 8;
    private static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(2);

    private static final Duration NEVER = Duration.ofDays(36_500);

    private InvitationStore store;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public Invitations() {}

    @Inject
    public Invitations(InvitationStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** One that is due, which nobody else gets for as long as an attempt may last; empty where none is. */
    public Optional<Invitation> takeNext() {
        Instant now = clock.instant();
        return store.due(now, CANDIDATES).stream()
                .filter(candidate -> store.take(candidate, now.plus(LONGEST_ATTEMPT)))
                .findFirst();
    }

    public void postpone(UUID id, Duration wait) {
        store.postpone(id, clock.instant().plus(wait));
    }

    /**
     * The agent has come. What the homeserver said of that may be on its way still: until then it is known by this that the
     * agent is there because it was asked.
     */
    public void accepted(UUID id) {
        store.postpone(id, clock.instant().plus(NEVER));
    }

    public void end(UUID id) {
        store.remove(id);
    }
}
