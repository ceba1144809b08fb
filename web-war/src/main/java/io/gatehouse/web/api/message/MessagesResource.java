package io.gatehouse.web.api.message;

import io.gatehouse.contract.message.Messages;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.rate.Buckets;
import io.gatehouse.web.edge.access.BridgeScope;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.json.JsonBody;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets agents send messages to rooms. */
@ApplicationScoped
@Path("/bridge/v1/messages")
@RolesAllowed({Roles.HOST, Roles.AGENT})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bridge")
public class MessagesResource {

    @Inject
    CallingAgent agent;

    @Inject
    Messages messages;

    @Inject
    Settings settings;

    @Inject
    InstantSource clock;

    @SuppressWarnings("NullAway.Init")
    private Buckets sends;

    @PostConstruct
    void read() {
        sends = new Buckets(settings.messages().sendsPerMinute(), clock);
    }

    @POST
    @BridgeScope("send")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sends a message",
            description = "As the agent of the token, or the one that a host names. The same txn_id sends once and "
                    + "returns the same event id, also after a restart.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MessageRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The message is sent",
            content = @Content(schema = @Schema(implementation = MessageAnswers.Sent.class)))
    @APIResponse(
            responseCode = "403",
            description = "not_own_agent, host_mismatch, insufficient_scope, or forbidden if the agent may not send"
                    + " there")
    @APIResponse(responseCode = "404", description = "unknown_agent or unknown_room")
    @APIResponse(responseCode = "413", description = "body_too_large: its event would exceed 65,536 bytes")
    @APIResponse(responseCode = "422", description = "txn_id_reused: the txn_id was used for another message")
    @APIResponse(responseCode = "503", description = "unavailable: retry with the same txn_id")
    public Response send(JsonBody body) {
        MessageRequest request = MessageRequest.from(body);
        ActingAgent calling = agent.of(request.agentUserId());
        Duration wait = sends.take(calling.speaker().agentId().toString());
        if (wait != null) {
            return Problem.of(ProblemType.RATE_LIMITED, "This agent sends too often; wait before the next.")
                    .toResponse(wait);
        }
        return SendProblems.answer(
                messages.send(calling.speaker(), request.toMessage()), sent -> new MessageAnswers.Sent(sent.eventId()));
    }
}
