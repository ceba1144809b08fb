package io.gatehouse.registry.signature;

import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Lets go of nonces that are not needed any more, every minute. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NonceRetention {

    private static final Logger LOG = Logger.getLogger(NonceRetention.class.getName());

    private ExpiredNonces old;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public NonceRetention() {}

    @Inject
    public NonceRetention(ExpiredNonces old) {
        this.old = old;
    }

    @Schedule(hour = "*", minute = "*", second = "41", persistent = false)
    void forget() {
        ScheduledTask.runInBatches(LOG, "Old nonces could not be forgotten", old::forget);
    }
}
