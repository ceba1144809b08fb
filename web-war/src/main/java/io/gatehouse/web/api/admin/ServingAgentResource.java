package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.AgentAdministration;
import io.gatehouse.contract.registry.ServingResult;
import io.gatehouse.contract.registry.ServingResult.ServedBy;
import io.gatehouse.contract.registry.ServingResult.ServedByNobody;
import io.gatehouse.contract.registry.ServingResult.UnknownAgent;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.json.JsonBody;
import io.gatehouse.web.edge.path.PathIds;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
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

/** The registered agent that receives messages routed to installs of a template. */
@ApplicationScoped
@Path("/api/admin/agents/{id}/serving-agent")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class ServingAgentResource {

    private static final String TEMPLATE = "template";

    @Inject
    AdminCaller caller;

    @Inject
    AgentAdministration agents;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a registered agent serve the template",
            description = "An agent of the template's own organization, or of the operator's. It need not be "
                    + "running: messages wait for it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ServingAgentRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The agent serves the template",
            content = @Content(schema = @Schema(implementation = ServingAgentAnswer.class)))
    @APIResponse(
            responseCode = "404",
            description = "not_found: no such template, or no access to it; unknown_agent: no agent with that user "
                    + "id may serve it")
    public Response serve(@PathParam("id") String id, JsonBody body) {
        ServingAgentRequest request = ServingAgentRequest.from(body);
        return answer(agents.serve(caller.get(), PathIds.of(id, TEMPLATE), request.userId()));
    }

    @DELETE
    @Operation(summary = "Ends the serving of the template")
    @APIResponse(responseCode = "204", description = "No agent serves it")
    @APIResponse(responseCode = "404", description = "not_found: no such template, or no access to it")
    public Response end(@PathParam("id") String id) {
        return answer(agents.serve(caller.get(), PathIds.of(id, TEMPLATE), null));
    }

    private static Response answer(ServingResult result) {
        if (result instanceof ServedBy served) {
            return Response.ok(ServingAgentAnswer.from(served.agent())).build();
        }
        if (result instanceof ServedByNobody) {
            return Response.noContent().build();
        }
        return result instanceof UnknownAgent
                ? Problem.of(ProblemType.UNKNOWN_AGENT, "No agent of that user id may serve this template.")
                        .toResponse()
                : AdminProblems.notFound(TEMPLATE);
    }
}
