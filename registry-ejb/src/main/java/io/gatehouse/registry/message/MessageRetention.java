package io.gatehouse.registry.message;

import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Deletes expired messages and sends every hour. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class MessageRetention {

    private static final Logger LOG = Logger.getLogger(MessageRetention.class.getName());

    private ExpiredMessages expired;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public MessageRetention() {}

    @Inject
    public MessageRetention(ExpiredMessages expired) {
        this.expired = expired;
    }

    @Schedule(hour = "*", minute = "23", persistent = false)
    void deleteExpired() {
        ScheduledTask.runInBatches(LOG, "Expired messages could not be deleted", expired::deleteUnread);
        ScheduledTask.runInBatches(LOG, "Expired sends could not be deleted", expired::deleteSends);
        ScheduledTask.runInBatches(
                LOG, "Expired sends into local rooms could not be deleted", expired::deleteLocalSends);
    }
}
