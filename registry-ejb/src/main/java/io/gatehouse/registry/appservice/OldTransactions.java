package io.gatehouse.registry.appservice;

import io.gatehouse.domain.config.Settings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Transactions and events that no homeserver pushes again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OldTransactions {

    @Inject
    TransactionStore store;

    @Inject
    Settings settings;

    @Inject
    InstantSource clock;

    /** How many rows went. */
    public int forget() {
        return store.deleteBefore(clock.instant().minus(settings.messages().kept()));
    }
}
