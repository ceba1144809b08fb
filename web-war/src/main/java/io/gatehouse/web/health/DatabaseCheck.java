package io.gatehouse.web.health;

import io.gatehouse.contract.health.DatabaseReadiness;
import io.gatehouse.contract.health.Readiness.Down;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** The database answers and is migrated. Why it does not stands in the log: anyone may read these paths. */
@ApplicationScoped
@Readiness
@Startup
public class DatabaseCheck implements HealthCheck {

    @Inject
    DatabaseReadiness database;

    @Override
    public HealthCheckResponse call() {
        return database.check() instanceof Down
                ? HealthCheckResponse.down("database")
                : HealthCheckResponse.up("database");
    }
}
