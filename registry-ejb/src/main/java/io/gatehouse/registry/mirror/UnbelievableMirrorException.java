package io.gatehouse.registry.mirror;

import org.jspecify.annotations.Nullable;

/** What the homeserver has is no mirror that was written here. */
final class UnbelievableMirrorException extends MirrorException {

    private static final long serialVersionUID = 1;

    UnbelievableMirrorException(String message) {
        this(message, null);
    }

    UnbelievableMirrorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
