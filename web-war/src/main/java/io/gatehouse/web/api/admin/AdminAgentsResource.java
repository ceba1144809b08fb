package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.AgentAdministration;
import io.gatehouse.contract.admin.AgentAdministration.Filter;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.paging.PageQuery;
import io.gatehouse.web.edge.path.PathIds;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Agents of every kind, for their administrators. */
@ApplicationScoped
@Path("/api/admin/agents")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AdminAgentsResource {

    private static final Set<String> KINDS = Set.of("template", "installed", "registered");

    @Inject
    AdminCaller caller;

    @Inject
    AgentAdministration agents;

    @GET
    @Operation(summary = "The agents of the organizations that the caller administers, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of agents",
            content = @Content(schema = @Schema(implementation = AdminAgentsAnswer.class)))
    @APIResponse(responseCode = "400", description = "invalid_parameter")
    @APIResponse(responseCode = "404", description = "not_found: no such organization, or no access to it")
    public Response list(
            @Parameter(description = "Id or slug: agents of that organization only")
                    @QueryParam("organization")
                    @Nullable String organization,
            @Parameter(description = "template, installed or registered: agents of that kind only")
                    @QueryParam("kind")
                    @Nullable String kind,
            @Parameter(description = "A host's name: registered agents on that host only") @QueryParam("host") @Nullable String host,
            @BeanParam PageQuery page) {
        if (kind != null && !KINDS.contains(kind)) {
            return Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "The query parameter kind must be template, installed or registered.")
                    .toResponse();
        }
        return agents.list(caller.get(), new Filter(organization, kind, host), page.toRequest())
                .map(found -> Response.ok(AdminAgentsAnswer.from(found)).build())
                .orElseGet(() -> AdminProblems.notFound(AdminProblems.ORGANIZATION));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One agent")
    @APIResponse(
            responseCode = "200",
            description = "The agent",
            content = @Content(schema = @Schema(implementation = AdminAgentAnswer.class)))
    @APIResponse(responseCode = "404", description = "not_found: no such agent, or no access to it")
    public Response get(@PathParam("id") String id) {
        return agents.find(caller.get(), PathIds.of(id, AdminProblems.AGENT))
                .map(agent -> Response.ok(AdminAgentAnswer.from(agent)).build())
                .orElseGet(() -> AdminProblems.notFound(AdminProblems.AGENT));
    }
}
