package io.gatehouse.web.auth;

import io.gatehouse.web.problem.Problem;
import io.gatehouse.web.problem.ProblemType;
import io.gatehouse.web.signature.InvalidSignatureException;
import io.gatehouse.web.signature.SignedBody;
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
 * Reads the body of a signed request whole, within the limit of its path, and refuses it where it is another than was
 * signed, before anything else sees it.
 */
@Provider
@PreMatching
@Priority(SignedBodyFilter.AFTER_BODY_LIMITS)
@ApplicationScoped
public class SignedBodyFilter implements ContainerRequestFilter {

    static final int AFTER_BODY_LIMITS = 200;

    private static final Set<String> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int MOST_WITHOUT_LIMIT = 65_536;

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
                    new ByteArrayInputStream(signed.read(request.getEntityStream(), most(request.getMethod()))));
        } catch (InvalidSignatureException e) {
            Duration wait = failures.count(servletRequest.getRemoteAddr());
            request.abortWith(
                    wait == null
                            ? Challenge.answer(ProblemType.INVALID_SIGNATURE, e.why())
                            : Problem.of(ProblemType.RATE_LIMITED, Challenge.TOO_MANY)
                                    .toResponse(wait));
        }
    }

    /** The bodies of other methods end by themselves where they pass the limit of their path. */
    private static int most(String method) {
        return BODILESS.contains(method) ? MOST_WITHOUT_LIMIT : Integer.MAX_VALUE;
    }
}
