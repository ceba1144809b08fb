package io.gatehouse.web.edge.problem;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An error of an OAuth endpoint (RFC 6749 section 5.2).
 *
 * @param description for the client's developer: ASCII without quotes and backslashes
 */
@Schema(description = "An error (RFC 6749 section 5.2)")
public record OAuthError(
        @Schema(description = "For instance invalid_request")
        String error,

        @JsonbProperty("error_description") @Schema(name = "error_description")
        String description) {

    private static final String PATHS = "/oauth2/";

    public static OAuthError invalidRequest(String description) {
        return new OAuthError("invalid_request", description);
    }

    /** Whether the path belongs to an OAuth endpoint. */
    static boolean isOf(String path) {
        return path.startsWith(PATHS);
    }

    /** The OAuth error for a problem. */
    static OAuthError of(Problem problem) {
        return new OAuthError(
                code(problem.type()), problem.detail().replace('"', '\'').replace('\\', '/'));
    }

    /**
     * The code of RFC 6749 section 5.2; where it defines none, that of RFC 6750 section 3.1 or RFC 6749 section
     * 4.1.2.1.
     */
    private static String code(ProblemType type) {
        return switch (type) {
            case CREDENTIALS_REQUIRED -> "invalid_client";
            case INVALID_TOKEN -> "invalid_token";
            case INSUFFICIENT_SCOPE -> "insufficient_scope";
            case FORBIDDEN -> "unauthorized_client";
            case INTERNAL -> "server_error";
            case RATE_LIMITED, UNAVAILABLE, KEYS_UNAVAILABLE -> "temporarily_unavailable";
            default -> "invalid_request";
        };
    }

    /** Always 400. */
    public Response toResponse() {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(this)
                .build();
    }
}
