package io.gatehouse.registry.mirror;

import org.jspecify.annotations.Nullable;

/** What the homeserver has is no mirror that was written here. */
final class ImplausibleMirrorException extends MirrorException {

    private static final long serialVersionUID = 1;

    ImplausibleMirrorException(String message) {
        this(message, null);
    }

    ImplausibleMirrorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
