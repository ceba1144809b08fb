package io.gatehouse.registry.credential.mirror;

import org.jspecify.annotations.Nullable;

/**
 * The homeserver does not return or store the mirror, or what it returns is not trustworthy; the message says which.
 */
class MirrorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MirrorException(String message) {
        this(message, null);
    }

    MirrorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
