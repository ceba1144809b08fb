package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Retries, every five seconds, to follow rooms whose next attempt is due or whose node died. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class FollowTimer {

    private static final Logger LOG = Logger.getLogger(FollowTimer.class.getName());

    private RoomFollowers followers;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public FollowTimer() {}

    @Inject
    public FollowTimer(RoomFollowers followers) {
        this.followers = followers;
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void wake() {
        ScheduledTask.run(LOG, "Replaced rooms could not be followed", followers::wake);
    }
}
