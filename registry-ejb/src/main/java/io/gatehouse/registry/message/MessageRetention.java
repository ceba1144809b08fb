package io.gatehouse.registry.message;

import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Lets go of what was kept for long enough, every hour. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class MessageRetention {

    private static final Logger LOG = Logger.getLogger(MessageRetention.class.getName());

    private ExpiredMessages old;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public MessageRetention() {}

    @Inject
    public MessageRetention(ExpiredMessages old) {
        this.old = old;
    }

    @Schedule(hour = "*", minute = "23", persistent = false)
    void forget() {
        ScheduledTask.runInBatches(LOG, "Old messages could not be forgotten", old::forgetUnread);
        ScheduledTask.runInBatches(LOG, "Old sends could not be forgotten", old::forgetSends);
        ScheduledTask.runInBatches(LOG, "Old sends into local rooms could not be forgotten", old::forgetLocalSends);
    }
}
