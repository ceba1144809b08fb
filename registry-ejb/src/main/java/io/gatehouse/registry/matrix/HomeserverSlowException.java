package io.gatehouse.registry.matrix;

import java.io.Serial;

/** All the time that there is was waited for it already: not worth another try within one call. */
final class HomeserverSlowException extends HomeserverOutageException {

    @Serial
    private static final long serialVersionUID = 1L;

    HomeserverSlowException(String why, Throwable cause) {
        super(why, cause);
    }
}
