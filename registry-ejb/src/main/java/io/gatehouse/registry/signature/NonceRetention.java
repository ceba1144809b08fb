package io.gatehouse.registry.signature;

import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Deletes expired nonces every minute. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NonceRetention {

    private static final Logger LOG = Logger.getLogger(NonceRetention.class.getName());

    private ExpiredNonces expired;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public NonceRetention() {}

    @Inject
    public NonceRetention(ExpiredNonces expired) {
        this.expired = expired;
    }

    @Schedule(hour = "*", minute = "*", second = "41", persistent = false)
    void deleteExpired() {
        ScheduledTask.runInBatches(LOG, "Expired nonces could not be deleted", expired::delete);
    }
}
