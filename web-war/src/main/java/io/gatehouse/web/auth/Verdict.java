package io.gatehouse.web.auth;

import io.gatehouse.web.access.Caller;
import io.gatehouse.web.problem.ProblemType;
import java.time.Duration;

/** What became of the credentials of a request. */
sealed interface Verdict {

    record Admitted(Caller caller) implements Verdict {}

    /**
     * @param type a 401
     * @param why for the client's developer, as an {@code error_description} of RFC 6750
     */
    record Refused(ProblemType type, String why) implements Verdict {

        /** A bearer token is not accepted. */
        Refused(String why) {
            this(ProblemType.INVALID_TOKEN, why);
        }
    }

    /** A browser's session is good, and another site's page may be what uses it. */
    record CrossOrigin() implements Verdict {}

    /** It is our side that cannot tell. */
    record Unavailable(Duration retryAfter) implements Verdict {}
}
