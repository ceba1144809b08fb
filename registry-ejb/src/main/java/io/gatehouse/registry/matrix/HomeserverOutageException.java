package io.gatehouse.registry.matrix;

import java.io.Serial;
import java.time.Duration;

/** The homeserver did not answer, or not as one. Worth another try, and a reason to let it rest if it goes on. */
class HomeserverOutageException extends RuntimeException {

    static final Duration REST = Duration.ofSeconds(5);

    @Serial
    private static final long serialVersionUID = 1L;

    private final String why;
    private final Duration retryAfter;

    HomeserverOutageException(String why) {
        this(why, REST);
    }

    HomeserverOutageException(String why, Duration retryAfter) {
        super(why);
        this.why = why;
        this.retryAfter = retryAfter;
    }

    HomeserverOutageException(String why, Throwable cause) {
        super(why, cause);
        this.why = why;
        this.retryAfter = REST;
    }

    MatrixReply.Unavailable reply() {
        return new MatrixReply.Unavailable(retryAfter, why);
    }
}
