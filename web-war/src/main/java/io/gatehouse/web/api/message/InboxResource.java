package io.gatehouse.web.api.message;

import io.gatehouse.contract.message.InboxWatch;
import io.gatehouse.contract.message.Inboxes;
import io.gatehouse.web.edge.access.BridgeScope;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.headers.ProxyHeaders;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import io.gatehouse.web.edge.stream.EventStream;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Delivers an agent's messages, by long poll or as a stream. No thread is blocked while a caller waits. */
@ApplicationScoped
@Path("/bridge/v1/messages")
@RolesAllowed({Roles.HOST, Roles.AGENT})
@Tag(name = "Bridge")
public class InboxResource {

    private static final long MAX_WAIT_SECONDS = 30;

    /**
     * The largest integer that JSON numbers hold exactly (RFC 8259 section 6). Inboxes never reach it, so a larger
     * value is a client's error.
     */
    private static final long MAX_POSITION = (1L << 53) - 1;

    /** Of lower quality than JSON, which clients that accept anything get. */
    private static final String STREAM = MediaType.SERVER_SENT_EVENTS + ";qs=0.5";

    @Inject
    CallingAgent agent;

    @Inject
    Inboxes inboxes;

    @Inject
    InboxWatch watch;

    @GET
    @BridgeScope("receive")
    @Produces(STREAM)
    @Operation(hidden = true) // and before the other: Payara drops what it has found at the path so far
    public void stream(
            @QueryParam("since") @Nullable String since,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @QueryParam("agent_user_id") @Nullable String agentUserId,
            @Context HttpServletResponse response,
            @Context Sse sse,
            @Context SseEventSink sink) {
        ActingAgent actingAgent = agent.of(agentUserId);
        // A client that has not received an id yet sends an empty one (HTML, "Server-sent events").
        long position = lastEventId == null || lastEventId.isBlank()
                ? number("since", since, MAX_POSITION, 0)
                : number("Last-Event-ID", lastEventId, MAX_POSITION, 0);
        ProxyHeaders.disableBuffering(response);
        inboxes.acknowledge(actingAgent.speaker().agentId(), position);
        new InboxStream(new EventStream(sink, sse), inboxes, actingAgent, position).start(watch);
    }

    @GET
    @BridgeScope("receive")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Fetches messages, and waits for one if there is none",
            description = "Messages after since, which acknowledges those up to it; unacknowledged messages are "
                    + "delivered again. since is at most 9007199254740991. With Accept: text/event-stream, the "
                    + "same as server-sent events, whose ids are positions.")
    @Parameter(name = "timeout", description = "Seconds to wait, 0 to 30; default 30")
    @APIResponse(
            responseCode = "200",
            description = "The messages; empty after the timeout",
            content = @Content(schema = @Schema(implementation = MessageAnswers.Page.class)))
    @APIResponse(responseCode = "403", description = "not_own_agent, host_mismatch or insufficient_scope")
    @APIResponse(responseCode = "404", description = "unknown_agent")
    @APIResponse(responseCode = "429", description = "rate_limited: too many calls wait at this inbox")
    public void poll(
            @QueryParam("since") @Nullable String since,
            @QueryParam("timeout") @Nullable String timeout,
            @QueryParam("agent_user_id") @Nullable String agentUserId,
            @Suspended AsyncResponse response) {
        ActingAgent actingAgent = agent.of(agentUserId);
        long position = number("since", since, MAX_POSITION, 0);
        long seconds = number("timeout", timeout, MAX_WAIT_SECONDS, MAX_WAIT_SECONDS);
        inboxes.acknowledge(actingAgent.speaker().agentId(), position);
        new InboxPoll(response, inboxes, actingAgent, position).start(watch, seconds);
    }

    private static long number(String name, @Nullable String text, long max, long absent) {
        if (text == null) {
            return absent;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid(name, max);
        }
        throw invalid(name, max);
    }

    private static ProblemException invalid(String name, long max) {
        return new ProblemException(
                Problem.of(ProblemType.INVALID_PARAMETER, name + " must be a whole number from 0 to " + max + "."));
    }
}
