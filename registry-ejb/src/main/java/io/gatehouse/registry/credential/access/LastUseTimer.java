package io.gatehouse.registry.credential.access;

import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Writes last uses to the database every ten seconds, on every node. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class LastUseTimer {

    private static final Logger LOG = Logger.getLogger(LastUseTimer.class.getName());

    private LastUses uses;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public LastUseTimer() {}

    @Inject
    public LastUseTimer(LastUses uses) {
        this.uses = uses;
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void write() {
        ScheduledTask.run(LOG, "The last uses of some tokens could not be written", uses::write);
    }
}
