package io.gatehouse.registry.appservice;

import io.gatehouse.kernel.config.Settings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Transactions and events that no homeserver pushes again. Each call is a transaction of its own and says how many rows
 * went; fewer than the limit when none is left.
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

    public int forget(int limit) {
        return store.deleteBefore(kept(), limit);
    }

    public int forgetEvents(int limit) {
        return store.deleteEventsBefore(kept(), limit);
    }

    private Instant kept() {
        return clock.instant().minus(settings.messages().kept());
    }
}
