package io.gatehouse.web.api.health;

import io.gatehouse.contract.health.DatabaseReadiness;
import io.gatehouse.contract.health.Readiness.Down;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** The database responds and is migrated. The cause of a failure is only logged, because these paths are public. */
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
