package io.gatehouse.web.api.message;

import io.gatehouse.contract.message.Messages;
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

/** Lets agents show that they are typing. */
@ApplicationScoped
@Path("/bridge/v1/typing")
@RolesAllowed({Roles.HOST, Roles.AGENT})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bridge")
public class TypingResource {

    private static final MessageAnswers.EmptyObject EMPTY = new MessageAnswers.EmptyObject();

    @Inject
    CallingAgent agent;

    @Inject
    Messages messages;

    @POST
    @BridgeScope("type")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Shows that an agent is typing, or has stopped",
            description = "In local rooms, an agent that types joins.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TypingRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is shown",
            content = @Content(schema = @Schema(implementation = MessageAnswers.EmptyObject.class)))
    @APIResponse(
            responseCode = "403",
            description = "not_own_agent, host_mismatch, insufficient_scope, or forbidden if the agent may not send"
                    + " there")
    @APIResponse(responseCode = "404", description = "unknown_agent or unknown_room")
    public Response type(JsonBody body) {
        TypingRequest request = TypingRequest.from(body);
        ActingAgent calling = agent.of(request.agentUserId());
        return SendProblems.answer(
                messages.type(calling.speaker(), request.roomId(), request.typing(), request.timeout()), sent -> EMPTY);
    }
}
