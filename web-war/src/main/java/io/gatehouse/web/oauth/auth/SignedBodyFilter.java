package io.gatehouse.web.oauth.auth;

import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import io.gatehouse.web.edge.signature.InvalidSignatureException;
import io.gatehouse.web.edge.signature.SignedBody;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/**
 * Reads the whole body of a signed request, within the limit of its path, and refuses it if it is not the body that was
 * signed. Runs before anything else reads the body.
 */
@Provider
@PreMatching
@Priority(SignedBodyFilter.AFTER_BODY_LIMITS)
@ApplicationScoped
public class SignedBodyFilter implements ContainerRequestFilter {

    static final int AFTER_BODY_LIMITS = 200;

    private static final Set<String> METHODS_WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int MAX_WITHOUT_LIMIT = 65_536;

    @Inject
    HttpServletRequest servletRequest;

    @Inject
    FailureLimit failures;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        SignedBody signed = SignedBody.of(servletRequest);
        if (signed == null) {
            return;
        }
        try {
            request.setEntityStream(
                    new ByteArrayInputStream(signed.read(request.getEntityStream(), maxBytes(request.getMethod()))));
        } catch (InvalidSignatureException e) {
            Duration wait = failures.count(servletRequest.getRemoteAddr());
            request.abortWith(
                    wait == null
                            ? Challenge.answer(ProblemType.INVALID_SIGNATURE, e.why())
                            : Problem.of(ProblemType.RATE_LIMITED, Challenge.TOO_MANY_FAILURES)
                                    .toResponse(wait));
        }
    }

    /** The bodies of the other methods are limited by their path ({@link io.gatehouse.web.edge.limit.BodyLimitFilter}). */
    private static int maxBytes(String method) {
        return METHODS_WITHOUT_BODY.contains(method) ? MAX_WITHOUT_LIMIT : Integer.MAX_VALUE;
    }
}
