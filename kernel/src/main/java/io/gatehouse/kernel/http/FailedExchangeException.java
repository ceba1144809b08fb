package io.gatehouse.kernel.http;

import java.io.IOException;
import java.io.Serial;

/** There is no whole answer. The server may have received the request all the same. */
public final class FailedExchangeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why there is none. */
    public enum Reason {
        /** The time is over, or the calling thread was interrupted. */
        TIMED_OUT,

        /** The body is longer than the limit. */
        TOO_LONG,

        /** The connection could not be opened, or it broke. */
        CONNECTION
    }

    private final Reason reason;

    FailedExchangeException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
