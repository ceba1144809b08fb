package io.gatehouse.kernel.crypto;

import java.io.Serial;

/** A key that is not used. The message continues "key 3 …" and contains nothing of the key but its type. */
final class UnusableKeyException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    UnusableKeyException(String why) {
        super(why);
    }

    UnusableKeyException(String why, Throwable cause) {
        super(why, cause);
    }
}
