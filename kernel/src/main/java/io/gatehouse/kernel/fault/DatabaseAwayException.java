package io.gatehouse.kernel.fault;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The database does not answer, so nothing was done; a caller may try again. Logged by nobody: that the database went
 * away stands in the log once. For the containers it is an application exception, as they log every other with its stack.
 */
@ApplicationException(rollback = true)
public final class DatabaseAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** When a caller may try again. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    public DatabaseAwayException(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
