package io.gatehouse.web.oauth.auth;

import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemJson;
import io.gatehouse.web.edge.problem.ProblemType;
import io.gatehouse.web.edge.signature.SignedRequest;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Answers for requests that are not authenticated. */
final class Challenge {

    private static final Logger LOG = Logger.getLogger(Challenge.class.getName());
    private static final String CLIENT_GONE = "the client disconnected before the answer was sent";
    private static final String CHALLENGE = "WWW-Authenticate";

    static final String TOO_MANY_FAILURES = "Too many bad credentials came from this address; wait.";

    private Challenge() {}

    /** 401 with the challenge for the problem type. */
    static AuthenticationStatus refuse(
            HttpServletRequest request, HttpServletResponse response, ProblemType type, String why) {
        headers(type, why).forEach(response::setHeader);
        return answer(request, response, Problem.of(type, why + "."));
    }

    /** The same for JAX-RS. */
    static Response answer(ProblemType type, String why) {
        Response.ResponseBuilder answer = Problem.of(type, why + ".").toResponseBuilder();
        headers(type, why).forEach(answer::header);
        return answer.build();
    }

    /**
     * For a bearer token, the RFC 6750 section 3.1 error of the same name as the type. For a signature no error, since
     * no token was presented, but instead how to sign (RFC 9421 section 5.1). For client credentials, their own scheme
     * (RFC 6749 section 5.2).
     */
    private static Map<String, String> headers(ProblemType type, String why) {
        if (type == ProblemType.INVALID_SIGNATURE) {
            return Map.of(CHALLENGE, "Bearer", "Accept-Signature", SignedRequest.ACCEPTED);
        }
        if (type == ProblemType.CREDENTIALS_REQUIRED) {
            return Map.of(CHALLENGE, "Basic realm=\"gatehouse\", charset=\"UTF-8\"");
        }
        return Map.of(
                CHALLENGE,
                "Bearer error=\"" + type.name().toLowerCase(Locale.ROOT) + "\", error_description=\"" + why + "\"");
    }

    static AuthenticationStatus unavailable(
            HttpServletRequest request, HttpServletResponse response, Duration retryAfter) {
        response.setHeader("Retry-After", String.valueOf(Math.max(1, retryAfter.toSeconds())));
        return answer(
                request,
                response,
                Problem.of(ProblemType.KEYS_UNAVAILABLE, "The keys of the token's issuer cannot be had; try again."));
    }

    /** 429: this address has presented bad credentials too often. */
    static AuthenticationStatus slowDown(HttpServletRequest request, HttpServletResponse response, Duration wait) {
        response.setHeader("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())));
        return answer(request, response, Problem.of(ProblemType.RATE_LIMITED, TOO_MANY_FAILURES));
    }

    /** 403: the session is valid, but another site may have caused the request. */
    static AuthenticationStatus crossOrigin(HttpServletRequest request, HttpServletResponse response) {
        return answer(
                request,
                response,
                Problem.of(
                        ProblemType.CROSS_ORIGIN,
                        "With a browser's session only pages of this origin may do this; nothing shows that it was"
                                + " one."));
    }

    /** 503 or 500: the credentials could not be checked. */
    static AuthenticationStatus broken(
            HttpServletRequest request, HttpServletResponse response, RuntimeException fault) {
        try {
            ProblemJson.answer(request, response, fault);
        } catch (IOException e) {
            LOG.log(Level.FINE, CLIENT_GONE, e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static AuthenticationStatus answer(
            HttpServletRequest request, HttpServletResponse response, Problem problem) {
        try {
            ProblemJson.answer(request, response, problem);
        } catch (IOException e) {
            LOG.log(Level.FINE, CLIENT_GONE, e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
