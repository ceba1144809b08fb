package io.gatehouse.registry.appservice;

import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Deletes expired transactions and events every hour. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class TransactionRetention {

    private static final Logger LOG = Logger.getLogger(TransactionRetention.class.getName());

    private ExpiredTransactions expired;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public TransactionRetention() {}

    @Inject
    public TransactionRetention(ExpiredTransactions expired) {
        this.expired = expired;
    }

    @Schedule(hour = "*", minute = "37", persistent = false)
    void deleteExpired() {
        ScheduledTask.runInBatches(LOG, "Expired transactions could not be deleted", expired::deleteTransactions);
        ScheduledTask.runInBatches(LOG, "Expired events could not be deleted", expired::deleteEvents);
    }
}
