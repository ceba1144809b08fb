package io.gatehouse.kernel.fault;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Every attempt conflicted with another transaction; nothing was changed and the caller may retry. An application
 * exception, because containers log every other exception with its stack trace.
 */
@ApplicationException(rollback = true)
public class DatabaseBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How long a caller should wait before it retries. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    public DatabaseBusyException(Throwable cause) {
        this("other transactions were in the way", cause);
    }

    protected DatabaseBusyException(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
