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

    @Inject
    TransactionStore store;

    @Inject
    Settings settings;

    @Inject
    InstantSource clock;

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
