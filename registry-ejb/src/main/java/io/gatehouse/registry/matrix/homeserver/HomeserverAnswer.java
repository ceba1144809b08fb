package io.gatehouse.registry.matrix.homeserver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The result of a call to a homeserver. */
public sealed interface HomeserverAnswer<T> {

    /** @param value null only if the call returns nothing ({@code Void}) */
    record Done<T>(@Nullable T value) implements HomeserverAnswer<T> {}

    /** The homeserver refuses, and repeating the call will not change that. */
    record Refused<T>(Reason reason, String why) implements HomeserverAnswer<T> {}

    /** The homeserver cannot be reached, is overloaded, or returned an invalid answer. */
    record Unavailable<T>(Duration retryAfter, String why) implements HomeserverAnswer<T> {}

    /** Why a homeserver refused. */
    enum Reason {
        UNKNOWN_ROOM,
        NOT_IN_ROOM,
        EVENT_TOO_LARGE,
        NAME_TAKEN,
        FORBIDDEN
    }
}
