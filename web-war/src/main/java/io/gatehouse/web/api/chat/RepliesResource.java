package io.gatehouse.web.api.chat;

import io.gatehouse.contract.chat.GatewayReplies;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Gives gateways the replies of agents. */
@ApplicationScoped
@Path("/api/chat/replies")
@RolesAllowed(Roles.GATEWAY)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Chat")
public class RepliesResource {

    private static final int PAGE_SIZE = 100;

    @Inject
    GatewayReplies replies;

    @GET
    @Operation(
            summary = "Fetches the answers of agents",
            description = "Replies after since, in order; reading removes nothing. Only for chats whose messages "
                    + "came by POST /api/chat/messages: replies in the chats of connections are sent by "
                    + "Gatehouse.")
    @Parameter(name = "since", description = "The next of the previous call; if missing, all stored replies")
    @APIResponse(
            responseCode = "200",
            description = "At most a hundred replies",
            content = @Content(schema = @Schema(implementation = RepliesAnswer.class)))
    @APIResponse(responseCode = "400", description = "invalid_parameter")
    public RepliesAnswer after(@QueryParam("since") @Nullable String since) {
        long position = position(since);
        return RepliesAnswer.from(replies.after(position, PAGE_SIZE), position);
    }

    private static long position(@Nullable String since) {
        try {
            long position = since == null ? 0 : Long.parseLong(since);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static ProblemException invalid() {
        return new ProblemException(
                Problem.of(ProblemType.INVALID_PARAMETER, "since must be a whole number from 0 on."));
    }
}
