package io.gatehouse.web.health;

import io.gatehouse.contract.health.DatabaseReadiness;
import io.gatehouse.contract.health.Readiness.Down;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** The database answers and is migrated. Why it does not is for the log: anyone may read these paths. */
@ApplicationScoped
@Readiness
@Startup
public class DatabaseCheck implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(DatabaseCheck.class.getName());

    @Inject
    DatabaseReadiness database;

    private final AtomicReference<String> told = new AtomicReference<>("");

    @Override
    public HealthCheckResponse call() {
        if (database.check() instanceof Down down) {
            // Readiness is asked for every few seconds: the same is said once. That the database is away is in the log
            // already.
            Level level = down.why().equals(told.getAndSet(down.why())) ? Level.FINE : Level.WARNING;
            LOG.log(level, "not ready: {0}", down.why());
            return HealthCheckResponse.down("database");
        }
        told.set("");
        return HealthCheckResponse.up("database");
    }
}
