package io.gatehouse.registry.matrix;

import io.gatehouse.contract.health.Readiness;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Logger;

/** Checks the homeserver every five seconds from the start on, so that readiness queries never wait for it. */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class HomeserverMonitor {

    private static final Logger LOG = Logger.getLogger(HomeserverMonitor.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    @Resource
    TimerService timers;

    @SuppressWarnings("NullAway.Init")
    private Settings settings;

    @SuppressWarnings("NullAway.Init")
    private HomeserverProbe probe;

    @SuppressWarnings("NullAway.Init")
    private HomeserverReadinessBean state;

    @SuppressWarnings("NullAway.Init")
    private HomeserverSetup setup;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public HomeserverMonitor() {}

    @Inject
    public HomeserverMonitor(
            Settings settings, HomeserverProbe probe, HomeserverReadinessBean state, HomeserverSetup setup) {
        this.settings = settings;
        this.probe = probe;
        this.state = state;
        this.setup = setup;
    }

    @PostConstruct
    void begin() {
        if (settings.matrix().isPresent()) {
            timers.createIntervalTimer(0, INTERVAL.toMillis(), new TimerConfig("homeserver", false));
        }
    }

    @Timeout
    void tick() {
        ScheduledTask.run(LOG, "The homeserver could not be checked", this::check);
    }

    private void check() {
        Readiness found = probe.check();
        state.update(found);
        if (found instanceof Readiness.Up) {
            setup.run();
        }
    }
}
