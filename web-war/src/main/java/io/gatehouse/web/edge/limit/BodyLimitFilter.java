package io.gatehouse.web.edge.limit;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Refuses bodies over their path's limit: unread if the declared length exceeds it, otherwise as soon as the limit is
 * passed.
 */
@Provider
@PreMatching
@Priority(100)
public class BodyLimitFilter implements ContainerRequestFilter {

    private static final Set<String> METHODS_WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public void filter(ContainerRequestContext request) {
        if (METHODS_WITHOUT_BODY.contains(request.getMethod())) {
            return;
        }
        long limit = BodyLimits.of(request.getUriInfo().getPath());
        if (declaredLength(request) > limit) {
            request.abortWith(LimitedBody.tooLarge(limit).toResponse());
            return;
        }
        request.setEntityStream(new LimitedBody(request.getEntityStream(), limit));
    }

    private static long declaredLength(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
