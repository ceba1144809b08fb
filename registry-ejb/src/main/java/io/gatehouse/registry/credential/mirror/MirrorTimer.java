package io.gatehouse.registry.credential.mirror;

import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Checks every five seconds whether the mirror is out of date. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class MirrorTimer {

    private static final Logger LOG = Logger.getLogger(MirrorTimer.class.getName());

    private MirrorWriter writer;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public MirrorTimer() {}

    @Inject
    public MirrorTimer(MirrorWriter writer) {
        this.writer = writer;
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void write() {
        ScheduledTask.run(LOG, "The token mirror could not be updated", writer::write);
    }
}
