package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Retries, every five seconds, to accept invitations whose next attempt is due or whose node died. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class JoinTimer {

    private static final Logger LOG = Logger.getLogger(JoinTimer.class.getName());

    private RoomJoins joins;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public JoinTimer() {}

    @Inject
    public JoinTimer(RoomJoins joins) {
        this.joins = joins;
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void wake() {
        ScheduledTask.run(LOG, "Invitations could not be accepted", joins::wake);
    }
}
