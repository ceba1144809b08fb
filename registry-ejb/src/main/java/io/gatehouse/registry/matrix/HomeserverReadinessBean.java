package io.gatehouse.registry.matrix;

import io.gatehouse.contract.health.HomeserverReadiness;
import io.gatehouse.contract.health.Readiness;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the last look at the homeserver found; the log has a line for each change. */
@ApplicationScoped
class HomeserverReadinessBean implements HomeserverReadiness {

    private static final Logger LOG = Logger.getLogger(HomeserverReadinessBean.class.getName());

    private static final Readiness NOT_ASKED = new Readiness.Down("it was not asked yet");

    private volatile Readiness found;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected HomeserverReadinessBean() {}

    @Inject
    HomeserverReadinessBean(Settings settings) {
        this.found = settings.matrix().isPresent() ? NOT_ASKED : new Readiness.Up();
    }

    @Override
    public Readiness check() {
        return found;
    }

    void found(Readiness now) {
        Readiness before = found;
        found = now;
        if (now.equals(before)) {
            return;
        }
        if (now instanceof Readiness.Down down) {
            // One line when it goes: why it is away may change often while it comes back.
            boolean isNews = before instanceof Readiness.Up || before.equals(NOT_ASKED);
            LOG.log(isNews ? Level.WARNING : Level.FINE, "Not ready, for want of the homeserver: {0}", down.why());
        } else {
            LOG.info("The homeserver answers, and knows Gatehouse");
        }
    }
}
