package io.gatehouse.registry.appservice;

import io.gatehouse.kernel.config.Settings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Deletes transactions and events that no homeserver will push again. Each call runs in its own transaction and returns
 * the number of deleted rows, which is below the limit when none is left.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ExpiredTransactions {

    private TransactionStore store;
    private Settings settings;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ExpiredTransactions() {}

    @Inject
    public ExpiredTransactions(TransactionStore store, Settings settings, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    public int deleteTransactions(int limit) {
        return store.deleteBefore(cutoff(), limit);
    }

    public int deleteEvents(int limit) {
        return store.deleteEventsBefore(cutoff(), limit);
    }

    private Instant cutoff() {
        return clock.instant().minus(settings.messages().kept());
    }
}
