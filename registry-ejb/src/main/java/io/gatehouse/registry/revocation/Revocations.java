package io.gatehouse.registry.revocation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Where tokens are reported that were revoked, or made to expire sooner. */
@Dependent
public class Revocations {

    private final RevocationStore store;
    private final InstantSource clock;
    private final Event<Revoked> revoked;

    @Inject
    public Revocations(RevocationStore store, InstantSource clock, Event<Revoked> revoked) {
        this.store = store;
        this.clock = clock;
        this.revoked = revoked;
    }

    /**
     * Inside the transaction that ends the tokens, and after its audit events. Holds a lock that all revocations of the
     * deployment queue up for until the transaction ends.
     */
    public void record(Collection<UUID> tokenIds) {
        if (!tokenIds.isEmpty()) {
            store.append(Set.copyOf(tokenIds), clock.instant());
            revoked.fire(new Revoked(Set.copyOf(tokenIds)));
        }
    }
}
