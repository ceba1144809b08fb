package io.gatehouse.registry.idempotency;

import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/**
 * Deletes keys that are older than a day, every hour, in one transaction per batch so that no other call waits long.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class IdempotencyRetention {

    private static final Logger LOG = Logger.getLogger(IdempotencyRetention.class.getName());

    private ExpiredKeys expired;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public IdempotencyRetention() {}

    @Inject
    public IdempotencyRetention(ExpiredKeys expired) {
        this.expired = expired;
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void deleteExpired() {
        ScheduledTask.runInBatches(LOG, "Expired idempotency keys could not be deleted", expired::delete);
    }
}
