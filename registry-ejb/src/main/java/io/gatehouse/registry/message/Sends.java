package io.gatehouse.registry.message;

import io.gatehouse.kernel.id.Ids;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Stores which message a transaction id stands for. The first call assigns the id under which the homeserver is called,
 * and all later calls use the same id: whichever of them succeeds, the homeserver sends the message once.
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

    /** Returns the only record of that agent's transaction id, which may be an earlier call's. */
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
