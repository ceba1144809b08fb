package io.gatehouse.registry.operation.retention;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.persistence.RetentionRule;
import io.gatehouse.kernel.persistence.RetentionStore;
import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Logger;

/**
 * Deletes expired rows. Every node does it; a row that one node deleted is not found by the others. Not named as the timer
 * of the install half: the enterprise beans of a WAR need different names.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // a long hourly run does not keep the other from running
@TransactionManagement(TransactionManagementType.BEAN)
public class RegistryRetentionTimer {

    private static final Logger LOG = Logger.getLogger(RegistryRetentionTimer.class.getName());

    private RetentionStore store;
    private List<RetentionRule> everyMinute;
    private List<RetentionRule> everyHour;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public RegistryRetentionTimer() {}

    @Inject
    public RegistryRetentionTimer(RetentionStore store, Settings settings) {
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
