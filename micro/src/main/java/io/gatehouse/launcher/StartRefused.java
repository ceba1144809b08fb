package io.gatehouse.launcher;

import java.io.Serial;

/** A start that cannot succeed. The message is one line for the operator and names the variable to set. */
final class StartRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StartRefused(String message) {
        super(message);
    }

    StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
