package io.gatehouse.registry.idempotency;

import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Forgets keys that are older than a day, a batch per transaction so that no other call waits for long. */
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
    void forget() {
        ScheduledTask.runInBatches(LOG, "Old idempotency keys could not be forgotten", expired::forget);
    }
}
