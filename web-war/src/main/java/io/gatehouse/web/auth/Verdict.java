package io.gatehouse.web.auth;

import io.gatehouse.web.access.Caller;
import java.time.Duration;

/** What became of the credentials of a request. */
sealed interface Verdict {

    record Admitted(Caller caller) implements Verdict {}

    /** @param why for the client's developer, as an {@code error_description} of RFC 6750 */
    record Refused(String why) implements Verdict {}

    /** A browser's session is good, and another site's page may be what uses it. */
    record CrossOrigin() implements Verdict {}

    /** It is our side that cannot tell. */
    record Unavailable(Duration retryAfter) implements Verdict {}
}
