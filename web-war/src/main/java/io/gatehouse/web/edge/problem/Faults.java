package io.gatehouse.web.edge.problem;

import io.gatehouse.contract.page.InvalidCursorException;
import io.gatehouse.kernel.crypto.UnsealException;
import io.gatehouse.kernel.database.Outages;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.fault.DatabaseBusyException;
import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Maps exceptions to answers, looking through the wrappers of the containers. */
final class Faults {

    private static final Logger LOG = Logger.getLogger(Faults.class.getName());
    static final Duration RETRY_AFTER = DatabaseAwayException.RETRY_AFTER;
    private static final int MAX_CAUSES = 20;

    private Faults() {}

    static Response answer(Throwable fault, @Nullable SecurityContext caller) {
        Optional<ProblemException> problem = find(fault, ProblemException.class);
        if (problem.isPresent()) {
            Duration retryAfter = problem.get().retryAfter();
            Problem answer = problem.get().problem();
            return retryAfter == null ? answer.toResponse() : answer.toResponse(retryAfter);
        }
        if (find(fault, EJBAccessException.class).isPresent()) {
            return refused(caller);
        }
        if (find(fault, InvalidCursorException.class).isPresent()) {
            return Problem.of(
                            ProblemType.INVALID_PARAMETER, "The query parameter cursor is none that a page ended with.")
                    .toResponse();
        }
        Problem outage = outage(fault);
        if (outage != null) {
            return outage.toResponse(RETRY_AFTER);
        }
        if (find(fault, DatabaseBusyException.class).isPresent()) {
            return Problem.of(ProblemType.UNAVAILABLE, "Others changed the same at the same time; try again.")
                    .toResponse(DatabaseBusyException.RETRY_AFTER);
        }
        Optional<UnsealException> sealed = find(fault, UnsealException.class);
        if (sealed.isPresent()) {
            LOG.log(
                    Level.WARNING,
                    "a stored secret does not open: {0}",
                    sealed.get().getMessage());
            return Problem.of(ProblemType.UNAVAILABLE, "A stored secret does not open; the operator must set it anew.")
                    .toResponse(RETRY_AFTER);
        }
        Optional<WebApplicationException> decided = find(fault, WebApplicationException.class);
        if (decided.isPresent() && decided.get().getResponse().getStatus() < 500) {
            return decided(decided.get().getResponse(), caller);
        }
        return Incidents.report(fault).toResponse();
    }

    /** 503 if an unreachable database is the cause; otherwise null. */
    static @Nullable Problem outage(Throwable fault) {
        if (!Outages.isBehind(fault)) {
            return null;
        }
        LOG.log(Level.FINE, "the database does not answer", fault);
        return Problem.of(ProblemType.UNAVAILABLE, "The database does not answer; try again.");
    }

    /** An answer that JAX-RS itself decided on: keeps its status and its {@code Allow} header, replaces its body. */
    private static Response decided(Response response, @Nullable SecurityContext caller) {
        int status = response.getStatus();
        if (status < 400) {
            return response;
        }
        if (status == 401 || status == 403) {
            return refused(caller);
        }
        ProblemType type = ProblemType.ofStatus(status);
        Response.ResponseBuilder answer = Problem.of(type, type.title() + ".").toResponseBuilder();
        Object allow = response.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    private static Response refused(@Nullable SecurityContext caller) {
        return caller == null || caller.getUserPrincipal() == null
                ? AccessProblems.credentialsRequired()
                : AccessProblems.forbidden();
    }

    private static <T extends Throwable> Optional<T> find(Throwable fault, Class<T> type) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
