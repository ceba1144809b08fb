package io.gatehouse.web.api.me;

import io.gatehouse.contract.signin.SignIns;
import io.gatehouse.web.edge.access.CurrentCaller;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The profile of the calling user. */
@ApplicationScoped
@Path("/api/me")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class ProfileResource {

    @Inject
    CurrentCaller caller;

    @Inject
    SignIns signIns;

    @GET
    @Operation(summary = "The user and their organizations")
    @APIResponse(
            responseCode = "200",
            description = "The user",
            content = @Content(schema = @Schema(implementation = ProfileAnswer.class)))
    public Response me() {
        return signIns.profile(caller.userId())
                .map(profile -> Response.ok(ProfileAnswer.from(profile)).build())
                .orElseGet(() -> Problem.of(ProblemType.NOT_FOUND, "You have never signed in.")
                        .toResponse());
    }
}
