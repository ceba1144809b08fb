package io.gatehouse.kernel.fault;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Other transactions were in the way each time that it was tried, so nothing was done; a caller may try again. For the
 * containers it is an application exception, as they log every other with its stack.
 */
@ApplicationException(rollback = true)
public class DatabaseBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** When a caller may try again. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    public DatabaseBusyException(Throwable cause) {
        this("other transactions were in the way", cause);
    }

    protected DatabaseBusyException(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
