package io.gatehouse.web.api.health;

import io.gatehouse.contract.health.HomeserverReadiness;
import io.gatehouse.contract.health.Readiness.Down;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The configured homeserver, if any, responds and knows Gatehouse. The cause of a failure is only logged. */
@ApplicationScoped
@Readiness
public class HomeserverCheck implements HealthCheck {

    @Inject
    HomeserverReadiness homeserver;

    @Override
    public HealthCheckResponse call() {
        return homeserver.check() instanceof Down
                ? HealthCheckResponse.down("homeserver")
                : HealthCheckResponse.up("homeserver");
    }
}
