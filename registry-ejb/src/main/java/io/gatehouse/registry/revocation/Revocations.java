package io.gatehouse.registry.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Where tokens are reported that were revoked, or made to expire sooner. */
@ApplicationScoped
public class Revocations {

    @Inject
    RevocationStore store;

    @Inject
    InstantSource clock;

    @Inject
    Event<Revoked> revoked;

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
