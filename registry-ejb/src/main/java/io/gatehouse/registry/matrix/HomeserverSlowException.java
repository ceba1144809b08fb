package io.gatehouse.registry.matrix;

import java.io.Serial;

/** The call's time budget is used up; do not retry within this call. */
final class HomeserverSlowException extends HomeserverOutageException {

    @Serial
    private static final long serialVersionUID = 1L;

    HomeserverSlowException(String why, Throwable cause) {
        super(why, cause);
    }
}
