package io.gatehouse.web.api.health;

import io.gatehouse.kernel.json.JsonObjects;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The health checks in the JSON format of MicroProfile Health 4.0, at the same paths on every server. */
@ApplicationScoped
@Path("/health")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Running it")
public class HealthResource {

    @Inject
    @Liveness
    Instance<HealthCheck> alive;

    @Inject
    @Readiness
    Instance<HealthCheck> ready;

    @Inject
    @Startup
    Instance<HealthCheck> started;

    @Inject
    @Any
    Instance<HealthCheck> all;

    @GET
    @Operation(summary = "All checks")
    @APIResponse(responseCode = "200", description = "Every check is up")
    @APIResponse(responseCode = "503", description = "A check is down")
    public Response all() {
        return report(all);
    }

    @GET
    @Path("live")
    @Operation(summary = "Whether the node is live; if not, restart it")
    @APIResponse(responseCode = "200", description = "Every check is up")
    @APIResponse(responseCode = "503", description = "A check is down")
    public Response live() {
        return report(alive);
    }

    @GET
    @Path("ready")
    @Operation(summary = "Whether the node can serve: the database responds and is migrated")
    @APIResponse(responseCode = "200", description = "Every check is up")
    @APIResponse(responseCode = "503", description = "A check is down")
    public Response ready() {
        return report(ready);
    }

    @GET
    @Path("started")
    @Operation(summary = "Whether the node has started")
    @APIResponse(responseCode = "200", description = "Every check is up")
    @APIResponse(responseCode = "503", description = "A check is down")
    public Response started() {
        return report(started);
    }

    private static Response report(Instance<HealthCheck> checks) {
        JsonArrayBuilder report = JsonObjects.arrayBuilder();
        boolean up = true;
        for (HealthCheck check : checks) {
            HealthCheckResponse answer = check.call();
            up &= answer.getStatus() == HealthCheckResponse.Status.UP;
            report.add(describe(answer));
        }
        JsonObject body = JsonObjects.builder()
                .add("status", up ? "UP" : "DOWN")
                .add("checks", report)
                .build();
        return Response.status(up ? 200 : 503).entity(body.toString()).build();
    }

    private static JsonObjectBuilder describe(HealthCheckResponse answer) {
        JsonObjectBuilder data = JsonObjects.builder();
        answer.getData().ifPresent(facts -> facts.forEach((name, fact) -> data.add(name, String.valueOf(fact))));
        return JsonObjects.builder()
                .add("name", answer.getName())
                .add("status", answer.getStatus().name())
                .add("data", data);
    }
}
