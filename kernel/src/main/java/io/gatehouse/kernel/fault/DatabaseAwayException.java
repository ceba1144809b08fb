package io.gatehouse.kernel.fault;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The database does not answer; nothing was changed and the caller may retry. Not logged, because the outage itself is
 * logged once. An application exception, because containers log every other exception with its stack trace.
 */
@ApplicationException(rollback = true)
public final class DatabaseAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How long a caller should wait before it retries. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    public DatabaseAwayException(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
