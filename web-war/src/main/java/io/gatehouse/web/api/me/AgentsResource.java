package io.gatehouse.web.api.me;

import io.gatehouse.contract.install.InstalledAgents;
import io.gatehouse.contract.install.Installs;
import io.gatehouse.web.api.install.InstallAnswer;
import io.gatehouse.web.api.install.InstallProblems;
import io.gatehouse.web.edge.access.CurrentCaller;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.paging.PageQuery;
import io.gatehouse.web.edge.path.PathIds;
import io.gatehouse.web.edge.rate.RateLimited;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The agents that the user installed. */
@ApplicationScoped
@Path("/api/me/agents")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class AgentsResource {

    private static final String AGENT = "agent";

    @Inject
    CurrentCaller caller;

    @Inject
    InstalledAgents agents;

    @Inject
    Installs installs;

    @GET
    @Operation(summary = "The user's installed agents, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of agents",
            content = @Content(schema = @Schema(implementation = AgentAnswer.Listing.class)))
    public Response list(@BeanParam PageQuery page) {
        return Response.ok(AgentAnswer.Listing.from(agents.list(caller.userId(), page.toRequest())))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One installed agent of the user")
    @APIResponse(
            responseCode = "200",
            description = "The agent",
            content = @Content(schema = @Schema(implementation = AgentAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found: the user has no such agent")
    public Response get(@PathParam("id") String id) {
        return agents.find(caller.userId(), PathIds.of(id, AGENT))
                .map(agent -> Response.ok(AgentAnswer.from(agent)).build())
                .orElseGet(() -> PathIds.notFound(AGENT).toResponse());
    }

    @DELETE
    @Path("{id}")
    @Operation(
            summary =
                    "Removes an installed agent with the items managed by its template; the user's own items " + "stay")
    @APIResponse(responseCode = "204", description = "The agent is removed")
    @APIResponse(responseCode = "404", description = "not_found: the user has no such agent")
    public Response remove(@PathParam("id") String id) {
        return agents.remove(caller.userId(), PathIds.of(id, AGENT))
                ? Response.noContent().build()
                : PathIds.notFound(AGENT).toResponse();
    }

    @POST
    @Path("{id}/resync")
    @RateLimited(RateLimited.Budget.INSTALL)
    @Operation(summary = "Brings an installed agent up to date with its template")
    @APIResponse(
            responseCode = "200",
            description = "The agent is up to date",
            content = @Content(schema = @Schema(implementation = InstallAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found: the user has no such agent")
    @APIResponse(responseCode = "409", description = "not_installable or slug_collision")
    public Response resync(@PathParam("id") String id) {
        return InstallProblems.answer(installs.resync(caller.userId(), PathIds.of(id, AGENT)));
    }
}
