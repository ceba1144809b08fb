package io.gatehouse.registry.message;

import io.gatehouse.kernel.id.Ids;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Remembers which message a transaction id stands for. The first to come gives it the id under which the homeserver is
 * asked, and all others ask under that same id: whichever of them gets through, the homeserver sends once.
 */
@ApplicationScoped
@RetriedTransaction
public class Sends {

    private SendStore store;
    private Ids ids;
    private InstantSource clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Sends() {}

    @Inject
    public Sends(SendStore store, Ids ids, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** The one record of that agent's transaction id. */
    public SendRecord begin(UUID agentId, String transactionId, byte[] fingerprint) {
        UUID id = ids.next();
        if (store.insert(id, agentId, transactionId, fingerprint, clock.instant())) {
            return new SendRecord(id, fingerprint, null);
        }
        return store.find(agentId, transactionId);
    }

    public void finish(UUID id, String eventId) {
        store.finish(id, eventId);
    }
}
