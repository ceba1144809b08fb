package io.gatehouse.web.api.bridge;

import io.gatehouse.contract.registry.AgentRegistrations;
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

/** Registers agents for their hosts. */
@ApplicationScoped
@Path("/bridge/v1/agents")
@RolesAllowed(Roles.HOST)
@BridgeScope
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registry")
public class RegistrationResource {

    @Inject
    HostCaller caller;

    @Inject
    AgentRegistrations registrations;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Registers an agent, or registers it again",
            description = "Registering again keeps the user id, raises the generation, mints a new token and lets "
                    + "the earlier ones expire after an overlap.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RegistrationRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The agent is new",
            content = @Content(schema = @Schema(implementation = RegistrationAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was registered before",
            content = @Content(schema = @Schema(implementation = RegistrationAnswer.class)))
    @APIResponse(responseCode = "403", description = "host_mismatch, insufficient_scope, or forbidden")
    @APIResponse(
            responseCode = "404",
            description = "unknown_host: the token is for every host, and this host is of another organization")
    @APIResponse(
            responseCode = "409",
            description = "agent_user_id_taken: another pair of alias and host has the same user id")
    @APIResponse(
            responseCode = "503",
            description =
                    "unavailable: the homeserver did not create the user, and nothing was registered; " + "Retry-After")
    public Response register(JsonBody body) {
        RegistrationRequest request = RegistrationRequest.from(body);
        CallingHost host = caller.get();
        return RegistryProblems.answer(registrations.register(host, request.name(), request.displayName()), host);
    }
}
