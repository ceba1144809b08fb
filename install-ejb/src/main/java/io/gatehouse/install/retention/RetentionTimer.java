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
    void forget() {
        ScheduledTask.runInBatches(LOG, "Old answers could not be forgotten", retention::forgetExchanges);
        ScheduledTask.runInBatches(LOG, "Old incoming messages could not be forgotten", retention::forgetInbound);
        ScheduledTask.runInBatches(
                LOG, "The words of sent messages could not be forgotten", retention::forgetSentTexts);
        ScheduledTask.runInBatches(LOG, "Old outgoing messages could not be forgotten", retention::forgetOutbound);
        ScheduledTask.runInBatches(LOG, "Old questions could not be forgotten", retention::forgetQuestions);
        ScheduledTask.runInBatches(
                LOG, "Old questions about numbers could not be forgotten", retention::forgetTypedQuestions);
        ScheduledTask.runInBatches(LOG, "Old greetings could not be forgotten", retention::forgetGreetings);
        ScheduledTask.runInBatches(LOG, "Old replies could not be forgotten", replies::forget);
    }
}
