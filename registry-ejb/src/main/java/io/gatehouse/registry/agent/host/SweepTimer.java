package io.gatehouse.registry.agent.host;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Looks for expired leases at an interval. Every node runs one; of those that fire at once, one sweeps. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SweepTimer {

    private static final Logger LOG = Logger.getLogger(SweepTimer.class.getName());

    @Resource
    TimerService timers;

    private Sweep sweep;
    private Settings settings;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public SweepTimer() {}

    @Inject
    public SweepTimer(Sweep sweep, Settings settings) {
        this.sweep = sweep;
        this.settings = settings;
    }

    /** Sweeps before it returns, and then schedules sweeps at the configured interval. */
    public void begin() {
        sweep.now();
        if (timers.getTimers().isEmpty()) {
            long interval = settings.registry().sweepInterval().toMillis();
            timers.createIntervalTimer(interval, interval, new TimerConfig("leases", false));
        }
    }

    @Timeout
    void tick() {
        ScheduledTask.run(LOG, "Expired leases could not be looked up", sweep::inTurn);
    }
}
