package io.gatehouse.web.oauth.auth;

import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.problem.ProblemType;
import java.time.Duration;

/** The result of checking a request's credentials. */
sealed interface Verdict {

    record Admitted(Caller caller) implements Verdict {}

    /**
     * @param type a 401
     * @param why for the client's developer, as an {@code error_description} of RFC 6750
     */
    record Refused(ProblemType type, String why) implements Verdict {

        /** A bearer token that is not accepted. */
        Refused(String why) {
            this(ProblemType.INVALID_TOKEN, why);
        }
    }

    /** The session is valid, but another site's page may have caused the request. */
    record CrossOrigin() implements Verdict {}

    /** The credentials could not be checked because of a fault on our side. */
    record Unavailable(Duration retryAfter) implements Verdict {}
}
