package io.gatehouse.web.api.chat;

import io.gatehouse.contract.chat.ChatMessages;
import io.gatehouse.contract.chat.ChatRoutes;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.json.JsonBody;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Receives chat messages from gateways, and tells them where an account's messages are routed. */
@ApplicationScoped
@Path("/api/chat")
@RolesAllowed(Roles.GATEWAY)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Chat")
public class ChatResource {

    private static final int MAX_PARAMETER = 255;

    @Inject
    ChatMessages messages;

    @Inject
    ChatRoutes routes;

    @POST
    @Path("messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Submits a chat message",
            description = "Claims the install token in it, confirms or undoes a link, or says to which agent it is "
                    + "routed. Every outcome is 200: outcomes are answers, not failures. The reply is in the "
                    + "language of Accept-Language, English or German. A routed message is also delivered to "
                    + "the agent that serves the template, whose answers are at GET /api/chat/replies. A "
                    + "message from a typed number is greeted: it waits until the sender answers YES (linked) "
                    + "or NO (unlinked).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChatMessageRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The outcome",
            content = @Content(schema = @Schema(implementation = ChatAnswers.Message.class)))
    public ChatAnswers.Message receive(JsonBody body, @Context HttpHeaders headers) {
        String language = headers.getAcceptableLanguages().get(0).toLanguageTag();
        return ChatAnswers.Message.from(
                messages.receive(ChatMessageRequest.from(body).toCommand(language)));
    }

    @GET
    @Path("route")
    @Operation(summary = "Looks up to which agent an account's messages are routed")
    @APIResponse(
            responseCode = "200",
            description = "The agent",
            content = @Content(schema = @Schema(implementation = ChatAnswers.Route.class)))
    @APIResponse(responseCode = "404", description = "not_installed")
    public Response route(
            @QueryParam("platform") @Nullable String platform,
            @QueryParam("platformUserId") @Nullable String platformUserId,
            @QueryParam("templateAgentId") @Nullable String templateAgentId) {
        if (isUnusable(platform) || isUnusable(platformUserId) || isUnusable(templateAgentId)) {
            return Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "platform, platformUserId and templateAgentId are needed, each at most " + MAX_PARAMETER
                                    + " characters.")
                    .toResponse();
        }
        return routes.find(String.valueOf(platform), String.valueOf(platformUserId), String.valueOf(templateAgentId))
                .map(route -> Response.ok(ChatAnswers.Route.from(route)).build())
                .orElseGet(() -> Problem.of(ProblemType.NOT_INSTALLED, "This account has no agent of this template.")
                        .toResponse());
    }

    private static boolean isUnusable(@Nullable String parameter) {
        return parameter == null
                || parameter.isBlank()
                || parameter.length() > MAX_PARAMETER
                || parameter.indexOf(0) >= 0;
    }
}
