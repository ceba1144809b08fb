package io.gatehouse.web.api.bridge;

import io.gatehouse.contract.registry.AgentRevocations;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.web.edge.access.BridgeScope;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.json.JsonBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Removes agents from the registry. */
@ApplicationScoped
@Path("/bridge/v1/agents/revoke")
@RolesAllowed(Roles.HOST)
@BridgeScope
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registry")
public class RevocationResource {

    @Inject
    HostCaller caller;

    @Inject
    AgentRevocations revocations;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Revokes an agent, or one of its tokens",
            description = "Without token_id all tokens of the agent are revoked and the agent is retired: only a "
                    + "new registration reactivates it. For an unknown agent: 200 with 0.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RevocationRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Revoked; the next call with one of its tokens fails",
            content = @Content(schema = @Schema(implementation = RevocationAnswer.class)))
    @APIResponse(responseCode = "403", description = "host_mismatch, insufficient_scope, or forbidden")
    public Response revoke(JsonBody body) {
        RevocationRequest request = RevocationRequest.from(body);
        CallingHost host = caller.get();
        return RegistryProblems.answer(request.revoke(host, revocations), host);
    }
}
