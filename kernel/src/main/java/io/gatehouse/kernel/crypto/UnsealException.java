package io.gatehouse.kernel.crypto;

import jakarta.ejb.ApplicationException;

/**
 * A stored secret that does not open: the data or the encryption key is not what it was. Never holds a secret. For the
 * containers it is an application exception, as they log every other with its stack.
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
