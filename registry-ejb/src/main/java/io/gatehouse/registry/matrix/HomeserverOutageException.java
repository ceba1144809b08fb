package io.gatehouse.registry.matrix;

import java.io.Serial;
import java.time.Duration;

/** The homeserver did not answer, or not as a homeserver. Worth a retry; repeated outages open the circuit breaker. */
class HomeserverOutageException extends RuntimeException {

    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    @Serial
    private static final long serialVersionUID = 1L;

    private final String why;
    private final Duration retryAfter;

    HomeserverOutageException(String why) {
        this(why, RETRY_AFTER);
    }

    HomeserverOutageException(String why, Duration retryAfter) {
        super(why);
        this.why = why;
        this.retryAfter = retryAfter;
    }

    HomeserverOutageException(String why, Throwable cause) {
        super(why, cause);
        this.why = why;
        this.retryAfter = RETRY_AFTER;
    }

    MatrixReply.Unavailable reply() {
        return new MatrixReply.Unavailable(retryAfter, why);
    }
}
