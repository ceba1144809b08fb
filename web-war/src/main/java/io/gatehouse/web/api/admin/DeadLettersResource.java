package io.gatehouse.web.api.admin;

import io.gatehouse.contract.connection.DeadLetters;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.paging.PageQuery;
import io.gatehouse.web.edge.path.PathIds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Messages to people that could not be sent. */
@ApplicationScoped
@Path("/api/admin/dead-letters")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class DeadLettersResource {

    private static final String DEAD_LETTER = "dead letter";

    @Inject
    AdminCaller caller;

    @Inject
    DeadLetters letters;

    @GET
    @Operation(summary = "The dead letters of the connections that the caller administers, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of dead letters",
            content = @Content(schema = @Schema(implementation = DeadLetterAnswer.Listing.class)))
    public Response list(
            @Parameter(description = "Dead letters of that connection only") @QueryParam("connectionId") @Nullable String connectionId,
            @BeanParam PageQuery page) {
        return Response.ok(DeadLetterAnswer.Listing.from(letters.list(
                        caller.get(),
                        connectionId == null ? null : PathIds.of(connectionId, ConnectionProblems.CONNECTION),
                        page.toRequest())))
                .build();
    }

    @POST
    @Path("{id}/send")
    @Operation(summary = "Sends a dead letter again, like a new message")
    @APIResponse(responseCode = "202", description = "It will be sent soon")
    @APIResponse(responseCode = "404", description = "not_found: no such dead letter, or no access to it")
    public Response sendAgain(@PathParam("id") String id) {
        return letters.sendAgain(caller.get(), PathIds.of(id, DEAD_LETTER))
                ? Response.accepted().build()
                : PathIds.notFound(DEAD_LETTER).toResponse();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a dead letter")
    @APIResponse(responseCode = "204", description = "It is deleted")
    @APIResponse(responseCode = "404", description = "not_found: no such dead letter, or no access to it")
    public Response drop(@PathParam("id") String id) {
        return letters.drop(caller.get(), PathIds.of(id, DEAD_LETTER))
                ? Response.noContent().build()
                : PathIds.notFound(DEAD_LETTER).toResponse();
    }
}
