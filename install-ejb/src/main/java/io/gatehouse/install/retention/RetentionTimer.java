package io.gatehouse.install.retention;

import io.gatehouse.install.gateway.ExpiredReplies;
import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Deletes expired rows once an hour. Every node does it; a row that one node deleted is not found by the others. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionTimer {

    private static final Logger LOG = Logger.getLogger(RetentionTimer.class.getName());

    private Retention retention;
    private ExpiredReplies replies;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public RetentionTimer() {}

    @Inject
    public RetentionTimer(Retention retention, ExpiredReplies replies) {
        this.retention = retention;
        this.replies = replies;
    }

    @Schedule(hour = "*", minute = "47", persistent = false)
    void deleteExpired() {
        ScheduledTask.runInBatches(LOG, "Old exchanges could not be deleted", retention::deleteExchanges);
        ScheduledTask.runInBatches(LOG, "Old inbound messages could not be deleted", retention::deleteInbound);
        ScheduledTask.runInBatches(LOG, "The texts of sent messages could not be deleted", retention::deleteSentTexts);
        ScheduledTask.runInBatches(LOG, "Old outbound messages could not be deleted", retention::deleteOutbound);
        ScheduledTask.runInBatches(LOG, "Old questions could not be deleted", retention::deleteQuestions);
        ScheduledTask.runInBatches(
                LOG, "Old questions about typed numbers could not be deleted", retention::deleteTypedQuestions);
        ScheduledTask.runInBatches(LOG, "Old greetings could not be deleted", retention::deleteGreetings);
        ScheduledTask.runInBatches(LOG, "Old replies could not be deleted", replies::delete);
    }
}
