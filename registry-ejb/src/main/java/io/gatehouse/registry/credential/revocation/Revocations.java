package io.gatehouse.registry.credential.revocation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Records tokens that were revoked, or made to expire sooner. */
@Dependent
public class Revocations {

    private final RevocationStore store;
    private final InstantSource clock;
    private final Event<TokensRevoked> revokedEvent;

    @Inject
    public Revocations(RevocationStore store, InstantSource clock, Event<TokensRevoked> revokedEvent) {
        this.store = store;
        this.clock = clock;
        this.revokedEvent = revokedEvent;
    }

    /**
     * Called in the transaction that ends the tokens, after its audit events. Takes a lock that serializes all
     * revocations of the deployment until the transaction ends.
     */
    public void record(Collection<UUID> tokenIds) {
        if (!tokenIds.isEmpty()) {
            store.append(Set.copyOf(tokenIds), clock.instant());
            revokedEvent.fire(new TokensRevoked(Set.copyOf(tokenIds)));
        }
    }
}
