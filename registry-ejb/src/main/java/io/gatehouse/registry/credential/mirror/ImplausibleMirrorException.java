package io.gatehouse.registry.credential.mirror;

import org.jspecify.annotations.Nullable;

/** The data at the homeserver is not a mirror that this deployment wrote. */
final class ImplausibleMirrorException extends MirrorException {

    private static final long serialVersionUID = 1;

    ImplausibleMirrorException(String message) {
        this(message, null);
    }

    ImplausibleMirrorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
