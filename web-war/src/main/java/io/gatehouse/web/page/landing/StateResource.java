package io.gatehouse.web.page.landing;

import io.gatehouse.contract.install.InstallWatch;
import io.gatehouse.contract.install.InstallWatch.Waiting;
import io.gatehouse.contract.install.Manifest;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.headers.ProxyHeaders;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import io.gatehouse.web.edge.stream.EventStream;
import io.gatehouse.web.page.session.BrowserSession;
import io.gatehouse.web.page.session.BrowserSessions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Streams state changes to an open landing page. No thread is blocked while it waits. */
@ApplicationScoped
@Path("/install/{slug}/state")
@RolesAllowed(Roles.USER)
@Tag(name = "Landing page")
public class StateResource {

    @Inject
    Templates templates;

    @Inject
    InstallWatch watch;

    @Inject
    BrowserSessions sessions;

    @Inject
    HttpServletRequest request;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Events for the landing page, for the browser session that opened it",
            description = "state: a digest of the install's state, at the beginning and at every change. "
                    + "signed-out: the session has ended.")
    @APIResponse(responseCode = "200", description = "A stream of server-sent events")
    @APIResponse(responseCode = "403", description = "forbidden: the caller has a token and no browser session")
    @APIResponse(responseCode = "404", description = "unknown_slug")
    @APIResponse(responseCode = "429", description = "rate_limited: too many streams of this user")
    public void state(
            @PathParam("slug") String slug,
            @Context HttpServletResponse response,
            @Context Sse sse,
            @Context SseEventSink sink) {
        BrowserSession session = BrowserSession.of(request);
        if (session == null) {
            throw problem(ProblemType.FORBIDDEN, "This is for the browser session that opened the page.");
        }
        Manifest manifest =
                templates.find(slug).orElseThrow(() -> problem(ProblemType.UNKNOWN_SLUG, "There is no such template."));
        Waiting waiting =
                new Waiting(session.user().id(), manifest.templateAgentId(), session.id(), sessions.endsAt(session));
        ProxyHeaders.disableBuffering(response);
        new StateStream(new EventStream(sink, sse)).start(watch, waiting);
    }

    private static ProblemException problem(ProblemType type, String detail) {
        return new ProblemException(Problem.of(type, detail));
    }
}
