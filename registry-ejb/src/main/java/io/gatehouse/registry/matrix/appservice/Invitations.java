package io.gatehouse.registry.matrix.appservice;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Processes invitations in short transactions, before and after the call to the homeserver. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Invitations {

    private static final int MAX_CANDIDATES = 8;
    private static final Duration MAX_ATTEMPT_DURATION = Duration.ofMinutes(2);

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

    /**
     * Takes an invitation that is due, and reserves it for the longest duration of an attempt; empty if none is due.
     */
    public Optional<Invitation> takeNext() {
        Instant now = clock.instant();
        return store.due(now, MAX_CANDIDATES).stream()
                .filter(candidate -> store.take(candidate, now.plus(MAX_ATTEMPT_DURATION)))
                .findFirst();
    }

    public void postpone(UUID id, Duration wait) {
        store.postpone(id, clock.instant().plus(wait));
    }

    /**
     * Marks the invitation as accepted. The homeserver's membership event may still be on its way: until it arrives,
     * the row shows that the agent is in the room by invitation.
     */
    public void accepted(UUID id) {
        store.postpone(id, clock.instant().plus(NEVER));
    }

    public void end(UUID id) {
        store.remove(id);
    }
}
