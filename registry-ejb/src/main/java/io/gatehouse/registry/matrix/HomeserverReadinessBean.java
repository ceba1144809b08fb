package io.gatehouse.registry.matrix;

import io.gatehouse.contract.health.HomeserverReadiness;
import io.gatehouse.contract.health.Readiness;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The result of the last check of the homeserver. Each change is one line in the log. */
@ApplicationScoped
class HomeserverReadinessBean implements HomeserverReadiness {

    private static final Logger LOG = Logger.getLogger(HomeserverReadinessBean.class.getName());

    private static final Readiness NOT_CHECKED = new Readiness.Down("it was not asked yet");

    private volatile Readiness latest;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected HomeserverReadinessBean() {}

    @Inject
    HomeserverReadinessBean(Settings settings) {
        this.latest = settings.matrix().isPresent() ? NOT_CHECKED : new Readiness.Up();
    }

    @Override
    public Readiness check() {
        return latest;
    }

    void update(Readiness now) {
        Readiness before = latest;
        latest = now;
        if (now.equals(before)) {
            return;
        }
        if (now instanceof Readiness.Down down) {
            // Logged once per outage: the reason may change often before the homeserver is back.
            boolean isNews = before instanceof Readiness.Up || before.equals(NOT_CHECKED);
            LOG.log(isNews ? Level.WARNING : Level.FINE, "Not ready, because of the homeserver: {0}", down.why());
        } else {
            LOG.info("The homeserver answers and knows Gatehouse");
        }
    }
}
