package io.gatehouse.registry.retention;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.persistence.RetentionRule;
import io.gatehouse.kernel.persistence.RetentionStore;
import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Logger;

/** Deletes expired rows. Every node does it; a row that one node deleted is not found by the others. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionTimer {

    private static final Logger LOG = Logger.getLogger(RetentionTimer.class.getName());

    private RetentionStore store;
    private List<RetentionRule> everyMinute;
    private List<RetentionRule> everyHour;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public RetentionTimer() {}

    @Inject
    public RetentionTimer(RetentionStore store, Settings settings) {
        this.store = store;
        this.everyMinute = RetentionRules.everyMinute();
        this.everyHour = RetentionRules.everyHour(settings.messages());
    }

    @Schedule(hour = "*", minute = "*", second = "41", persistent = false)
    void deleteEveryMinute() {
        ScheduledTask.runInBatches(LOG, everyMinute, RetentionRule::failure, store::apply);
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void deleteEveryHour() {
        ScheduledTask.runInBatches(LOG, everyHour, RetentionRule::failure, store::apply);
    }
}
