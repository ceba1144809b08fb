package io.gatehouse.registry.appservice;

import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Lets go of what was remembered for long enough, every hour. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class TransactionRetention {

    private static final Logger LOG = Logger.getLogger(TransactionRetention.class.getName());

    private ExpiredTransactions old;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public TransactionRetention() {}

    @Inject
    public TransactionRetention(ExpiredTransactions old) {
        this.old = old;
    }

    @Schedule(hour = "*", minute = "37", persistent = false)
    void forget() {
        ScheduledTask.runInBatches(LOG, "Old transactions could not be forgotten", old::forget);
        ScheduledTask.runInBatches(LOG, "Old events could not be forgotten", old::forgetEvents);
    }
}
