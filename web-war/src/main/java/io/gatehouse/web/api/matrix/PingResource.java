package io.gatehouse.web.api.matrix;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets the homeserver check that it reaches us and has the right token. */
@ApplicationScoped
@Path("/_matrix/app/v1/ping")
@PermitAll
@HomeserverOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Matrix application service")
public class PingResource {

    /** The body is ignored: its transaction id is compared by the homeserver, not by us. */
    @POST
    @Operation(summary = "Answers the homeserver's ping")
    @APIResponse(
            responseCode = "200",
            description = "The homeserver is authenticated",
            content = @Content(schema = @Schema(implementation = EmptyObject.class)))
    public Response ping() {
        return Response.ok(new EmptyObject()).build();
    }
}
