package io.gatehouse.web.edge.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An error for a homeserver (Matrix client-server API, standard error response).
 *
 * @param error human-readable
 */
@Schema(description = "An error, as in the Matrix client-server API")
public record MatrixError(
        @Schema(description = "For instance M_FORBIDDEN") String errcode, String error) {

    public static final MatrixError UNRECOGNIZED = new MatrixError("M_UNRECOGNIZED", "There is no such endpoint.");

    /** The Matrix error for a problem. */
    static MatrixError of(Problem problem) {
        return new MatrixError(code(problem.type()), problem.detail());
    }

    private static String code(ProblemType type) {
        return switch (type) {
            case NOT_FOUND, METHOD_NOT_ALLOWED, NOT_IMPLEMENTED -> "M_UNRECOGNIZED";
            case BODY_TOO_LARGE, URI_TOO_LONG, HEADERS_TOO_LARGE -> "M_TOO_LARGE";
            case INVALID_BODY -> "M_BAD_JSON";
            case INVALID_PARAMETER -> "M_INVALID_PARAM";
            case CREDENTIALS_REQUIRED -> "M_MISSING_TOKEN";
            case FORBIDDEN -> "M_FORBIDDEN";
            case RATE_LIMITED -> "M_LIMIT_EXCEEDED";
            default -> "M_UNKNOWN";
        };
    }

    public Response toResponse(int status) {
        return toResponseBuilder(status).build();
    }

    public Response.ResponseBuilder toResponseBuilder(int status) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(this);
    }
}
