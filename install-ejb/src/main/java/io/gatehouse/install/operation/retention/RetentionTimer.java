package io.gatehouse.install.operation.retention;

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

/** Deletes expired rows once an hour. Every node does it; a row that one node deleted is not found by the others. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionTimer {

    private static final Logger LOG = Logger.getLogger(RetentionTimer.class.getName());

    private RetentionStore store;
    private List<RetentionRule> rules;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public RetentionTimer() {}

    @Inject
    public RetentionTimer(RetentionStore store, Settings settings) {
        this.store = store;
        this.rules = RetentionRules.of(settings.messages());
    }

    @Schedule(hour = "*", minute = "47", persistent = false)
    void deleteExpired() {
        ScheduledTask.runInBatches(LOG, rules, RetentionRule::failure, store::apply);
    }
}
