package io.gatehouse.web.auth;

import io.gatehouse.web.problem.Problem;
import io.gatehouse.web.problem.ProblemJson;
import io.gatehouse.web.problem.ProblemType;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;

/** Answers requests that do not get in. */
final class Challenge {

    private Challenge() {}

    /** 401 with the error of RFC 6750 section 3.1 that the type is named after. */
    static AuthenticationStatus refuse(
            HttpServletRequest request, HttpServletResponse response, ProblemType type, String why) {
        response.setHeader(
                "WWW-Authenticate",
                "Bearer error=\"" + type.name().toLowerCase(Locale.ROOT) + "\", error_description=\"" + why + "\"");
        return answer(request, response, Problem.of(type, why + "."));
    }

    static AuthenticationStatus unavailable(
            HttpServletRequest request, HttpServletResponse response, Duration retryAfter) {
        response.setHeader("Retry-After", String.valueOf(Math.max(1, retryAfter.toSeconds())));
        return answer(
                request,
                response,
                Problem.of(ProblemType.KEYS_UNAVAILABLE, "The keys of the token's issuer cannot be had; try again."));
    }

    /** 429: this address has shown bad credentials too often. */
    static AuthenticationStatus slowDown(HttpServletRequest request, HttpServletResponse response, Duration wait) {
        response.setHeader("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())));
        return answer(
                request,
                response,
                Problem.of(ProblemType.RATE_LIMITED, "Too many bad credentials came from this address; wait."));
    }

    /** 403: the session is good, and the call may be another site's wish. */
    static AuthenticationStatus crossOrigin(HttpServletRequest request, HttpServletResponse response) {
        return answer(
                request,
                response,
                Problem.of(
                        ProblemType.CROSS_ORIGIN,
                        "With a browser's session only pages of this origin may do this; nothing shows that it was one."));
    }

    /** 503 or 500: the credentials could not be judged. */
    static AuthenticationStatus broken(
            HttpServletRequest request, HttpServletResponse response, RuntimeException fault) {
        try {
            ProblemJson.answer(request, response, fault);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static AuthenticationStatus answer(
            HttpServletRequest request, HttpServletResponse response, Problem problem) {
        try {
            ProblemJson.answer(request, response, problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
