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

/** Looks at the homeserver from the start on, every few seconds, so that nobody who asks for readiness waits for it. */
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
    private HomeserverProbe homeserver;

    @SuppressWarnings("NullAway.Init")
    private HomeserverReadinessBean state;

    @SuppressWarnings("NullAway.Init")
    private Greeting greeting;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public HomeserverMonitor() {}

    @Inject
    public HomeserverMonitor(
            Settings settings, HomeserverProbe homeserver, HomeserverReadinessBean state, Greeting greeting) {
        this.settings = settings;
        this.homeserver = homeserver;
        this.state = state;
        this.greeting = greeting;
    }

    @PostConstruct
    void begin() {
        if (settings.matrix().isPresent()) {
            timers.createIntervalTimer(0, INTERVAL.toMillis(), new TimerConfig("homeserver", false));
        }
    }

    @Timeout
    void tick() {
        ScheduledTask.run(LOG, "The homeserver could not be looked at", this::look);
    }

    private void look() {
        Readiness found = homeserver.look();
        state.found(found);
        if (found instanceof Readiness.Up) {
            greeting.greet();
        }
    }
}
