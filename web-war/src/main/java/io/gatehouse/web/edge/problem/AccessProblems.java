package io.gatehouse.web.edge.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers to callers without access. */
public final class AccessProblems {

    private AccessProblems() {}

    /** 401 without an error code: the request brought no credentials (RFC 6750 section 3.1). */
    public static Response credentialsRequired() {
        return Problem.of(ProblemType.CREDENTIALS_REQUIRED, "Send a token: Authorization: Bearer <token>.")
                .toResponseBuilder()
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    public static Response forbidden() {
        return Problem.of(ProblemType.FORBIDDEN, "These credentials do not allow this call.")
                .toResponse();
    }

    /** 403 for agents on a path that only hosts may call. */
    public static Response agentsOnlyTalk() {
        return Problem.of(
                        ProblemType.FORBIDDEN,
                        "An agent's token sends, types and receives messages as its own agent, and allows nothing else.")
                .toResponse();
    }
}
