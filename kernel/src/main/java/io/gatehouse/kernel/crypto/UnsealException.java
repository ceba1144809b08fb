package io.gatehouse.kernel.crypto;

import jakarta.ejb.ApplicationException;

/**
 * A stored secret does not open: the data or the encryption key has changed. The message contains no secret. An
 * application exception, because containers log every other exception with its stack trace.
 */
@ApplicationException(rollback = true)
public final class UnsealException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsealException(String message) {
        super(message);
    }

    UnsealException(String message, Throwable cause) {
        super(message, cause);
    }
}
