package io.gatehouse.web.api.message;

import io.gatehouse.contract.message.InboxWatch.Reason;
import io.gatehouse.contract.message.InboxWatch.WatchResult;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Answers when a wait is refused, or ends before its time. */
final class WaitAnswers {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private WaitAnswers() {}

    static Response tooMany(WatchResult refused) {
        return refused instanceof WatchResult.TooManyForAgent
                ? Problem.of(ProblemType.RATE_LIMITED, "Too many wait at this inbox already.")
                        .toResponse(RETRY_AFTER)
                : Problem.of(ProblemType.UNAVAILABLE, "Too many wait at this node already.")
                        .toResponse(RETRY_AFTER);
    }

    static Response ended(Reason reason) {
        return switch (reason) {
            case TOKEN_REFUSED ->
                Problem.of(ProblemType.INVALID_TOKEN, "The token is unknown, expired or revoked.")
                        .toResponseBuilder()
                        .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                        .build();
            case UNAVAILABLE ->
                Problem.of(ProblemType.UNAVAILABLE, "The database does not answer.")
                        .toResponse(RETRY_AFTER);
            case SHUTDOWN ->
                Problem.of(ProblemType.UNAVAILABLE, "This node stops.").toResponse(RETRY_AFTER);
        };
    }
}
