package io.gatehouse.web.edge.json;

import org.jspecify.annotations.Nullable;

/** The bytes are not JSON that a body may hold. */
final class MalformedJsonException extends Exception {

    private static final long serialVersionUID = 1;

    private final String pointer;

    MalformedJsonException(String pointer, String message) {
        this(pointer, message, null);
    }

    MalformedJsonException(String pointer, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.pointer = pointer;
    }

    String pointer() {
        return pointer;
    }
}
