package io.gatehouse.web.edge.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as sent to clients (RFC 9457).
 *
 * @param detail human-readable, about this occurrence
 * @param errors the faults of a body or its parameters
 * @param incident the id to look for in the log; only for a 500
 */
public record Problem(
        ProblemType type,
        String detail,
        List<Fault> errors,
        @Nullable String incident) {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final MediaType JAX_RS_MEDIA_TYPE = new MediaType("application", "problem+json");

    public Problem {
        errors = List.copyOf(errors);
    }

    /** @param pointer a JSON pointer (RFC 6901) into the body; empty for the whole of it */
    public record Fault(String pointer, String message) {}

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), null);
    }

    public int status() {
        return type.status();
    }

    public Response toResponse() {
        return toResponseBuilder().build();
    }

    /** Adds the {@code Retry-After} header that every 429 and 503 carries. */
    public Response toResponse(Duration retryAfter) {
        return toResponseBuilder()
                .header("Retry-After", Math.max(1, retryAfter.toSeconds()))
                .build();
    }

    public Response.ResponseBuilder toResponseBuilder() {
        Response.ResponseBuilder answer =
                Response.status(type.status()).type(JAX_RS_MEDIA_TYPE).entity(this);
        // Closes the connection: otherwise the server would read the rest of a body that is too large.
        return type == ProblemType.BODY_TOO_LARGE ? answer.header("Connection", "close") : answer;
    }
}
