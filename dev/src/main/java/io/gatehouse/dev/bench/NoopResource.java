package io.gatehouse.dev.bench;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a request costs before it costs anything. */
@ApplicationScoped
@Path("/bench/noop")
@PermitAll
@Produces(MediaType.TEXT_PLAIN)
public class NoopResource {

    @Inject
    Settings settings;

    private boolean on;

    @PostConstruct
    void read() {
        on = settings.text("gatehouse.bench").filter("true"::equals).isPresent() && !settings.isProduction();
    }

    @GET
    @Operation(hidden = true)
    public Response get() {
        return answer();
    }

    @POST
    @Operation(hidden = true)
    public Response post(byte[] body) {
        return answer();
    }

    private Response answer() {
        return on
                ? Response.ok("ok").build()
                : Problem.of(ProblemType.NOT_FOUND, "There is nothing here.").toResponse();
    }
}
