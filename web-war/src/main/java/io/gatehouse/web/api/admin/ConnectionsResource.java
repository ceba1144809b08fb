package io.gatehouse.web.api.admin;

import io.gatehouse.contract.connection.Connections;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.json.JsonBody;
import io.gatehouse.web.edge.paging.PageQuery;
import io.gatehouse.web.edge.path.PathIds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The chat channels, called connections. */
@ApplicationScoped
@Path("/api/admin/connections")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class ConnectionsResource {

    @Inject
    AdminCaller caller;

    @Inject
    Connections connections;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Connects a chat channel to a template",
            description = "For administrators of the deployment, or OWNER and ADMIN of the template's organization."
                    + " The secrets are stored sealed and never shown again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConnectionRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The connection is created and enabled",
            content = @Content(schema = @Schema(implementation = ConnectionAnswer.class)))
    @APIResponse(responseCode = "404", description = "unknown_slug: no such template, or no access to it")
    public Response create(JsonBody body) {
        return ConnectionProblems.answer(
                connections.create(caller.get(), ConnectionRequest.from(body).toCommand()), 201);
    }

    @GET
    @Operation(summary = "The connections of the organizations that the caller administers, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of connections",
            content = @Content(schema = @Schema(implementation = ConnectionAnswer.Listing.class)))
    public Response list(@BeanParam PageQuery page) {
        return Response.ok(ConnectionAnswer.Listing.from(connections.list(caller.get(), page.toRequest())))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One connection")
    @APIResponse(
            responseCode = "200",
            description = "The connection",
            content = @Content(schema = @Schema(implementation = ConnectionAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found: no such connection, or no access to it")
    public Response get(@PathParam("id") String id) {
        return connections
                .find(caller.get(), PathIds.of(id, ConnectionProblems.CONNECTION))
                .map(connection ->
                        Response.ok(ConnectionAnswer.from(connection)).build())
                .orElseGet(ConnectionsResource::notFound);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Enables or disables a connection, renames it, or rotates its secrets",
            description = "A disabled connection accepts no messages, and its outgoing messages wait.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConnectionChangeRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The changed connection",
            content = @Content(schema = @Schema(implementation = ConnectionAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found: no such connection, or no access to it")
    public Response change(@PathParam("id") String id, JsonBody body) {
        return ConnectionProblems.answer(
                connections.change(
                        caller.get(),
                        PathIds.of(id, ConnectionProblems.CONNECTION),
                        ConnectionChangeRequest.from(body).toCommand()),
                200);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a connection, with its pending messages")
    @APIResponse(responseCode = "204", description = "The connection is deleted")
    @APIResponse(responseCode = "404", description = "not_found: no such connection, or no access to it")
    public Response remove(@PathParam("id") String id) {
        return connections.remove(caller.get(), PathIds.of(id, ConnectionProblems.CONNECTION))
                ? Response.noContent().build()
                : notFound();
    }

    @POST
    @Path("{id}/check")
    @Operation(
            summary = "Checks with the platform whether a connection works",
            description = "Waits for the platform's answer. 200 whatever the outcome, which is in the findings.")
    @APIResponse(
            responseCode = "200",
            description = "The findings",
            content = @Content(schema = @Schema(implementation = ConnectionCheckAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found: no such connection, or no access to it")
    public Response check(@PathParam("id") String id) {
        return connections
                .check(caller.get(), PathIds.of(id, ConnectionProblems.CONNECTION))
                .map(check -> Response.ok(ConnectionCheckAnswer.from(check)).build())
                .orElseGet(ConnectionsResource::notFound);
    }

    private static Response notFound() {
        return PathIds.notFound(ConnectionProblems.CONNECTION).toResponse();
    }
}
