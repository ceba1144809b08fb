package io.gatehouse.web.api.matrix;

import io.gatehouse.web.edge.problem.MatrixError;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates the homeserver by its {@code hs_token} (Matrix application service API v1.17, authorization) before any
 * of the body is read. Without a configured homeserver, every request is 404 {@code M_UNRECOGNIZED}.
 */
@Provider
@HomeserverOnly
@Priority(Priorities.AUTHENTICATION)
public class HomeserverFilter implements ContainerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final String LEGACY_PARAMETER = "access_token";
    private static final MatrixError MISSING =
            new MatrixError("M_MISSING_TOKEN", "Send the hs_token: Authorization: Bearer <hs_token>.");
    private static final MatrixError WRONG = new MatrixError("M_FORBIDDEN", "This is not the homeserver's hs_token.");

    @Inject
    HomeserverToken token;

    @Override
    public void filter(ContainerRequestContext request) {
        Response refusal = token.isConfigured() ? judge(request) : MatrixError.UNRECOGNIZED.toResponse(404);
        if (refusal != null) {
            request.abortWith(refusal);
        }
    }

    /** The header is required. If the homeserver also sends the token in the query, both must be equal. */
    private @Nullable Response judge(ContainerRequestContext request) {
        List<String> headers = request.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
        List<String> parameters = request.getUriInfo().getQueryParameters().getOrDefault(LEGACY_PARAMETER, List.of());
        if (headers.isEmpty() && parameters.isEmpty()) {
            return MISSING.toResponseBuilder(401)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        boolean right = headers.size() == 1
                && token.is(bearer(headers.get(0)))
                && parameters.stream().allMatch(token::is);
        return right ? null : WRONG.toResponse(403);
    }

    private static String bearer(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : "";
    }
}
