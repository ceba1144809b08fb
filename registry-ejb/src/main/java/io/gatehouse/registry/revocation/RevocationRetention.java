package io.gatehouse.registry.revocation;

import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Deletes old numbers every hour, so that the table holds little more than the revocations of an hour. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RevocationRetention {

    private static final Logger LOG = Logger.getLogger(RevocationRetention.class.getName());

    private RevocationLog log;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public RevocationRetention() {}

    @Inject
    public RevocationRetention(RevocationLog log) {
        this.log = log;
    }

    @Schedule(hour = "*", minute = "41", persistent = false)
    void deleteExpired() {
        ScheduledTask.runInBatches(LOG, "Expired revocations could not be deleted", log::deleteExpired);
    }
}
