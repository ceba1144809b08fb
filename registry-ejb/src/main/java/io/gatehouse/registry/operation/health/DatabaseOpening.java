package io.gatehouse.registry.operation.health;

import io.gatehouse.contract.health.DatabaseOpened;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Fires {@link DatabaseOpened} from an enterprise bean, so that the threads that its observers start belong to this
 * application, whoever asked for readiness. While Payara deploys, a health check can come through its default web module: a
 * managed thread factory would keep that module as the context of its threads, and none of them would run later.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseOpening {

    private Event<DatabaseOpened> opened;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public DatabaseOpening() {}

    @Inject
    public DatabaseOpening(Event<DatabaseOpened> opened) {
        this.opened = opened;
    }

    public void announce() {
        opened.fire(new DatabaseOpened());
    }
}
