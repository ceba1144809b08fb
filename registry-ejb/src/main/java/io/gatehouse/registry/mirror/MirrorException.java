package io.gatehouse.registry.mirror;

import org.jspecify.annotations.Nullable;

/** The homeserver does not give or take the mirror, or what it gives is not to be believed; the message says which. */
class MirrorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MirrorException(String message) {
        this(message, null);
    }

    MirrorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
