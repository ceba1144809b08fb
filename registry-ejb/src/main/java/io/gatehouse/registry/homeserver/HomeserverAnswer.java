package io.gatehouse.registry.homeserver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a homeserver made of a call. */
public sealed interface HomeserverAnswer<T> {

    /** @param value null only where the call has nothing to say ({@code Void}) */
    record Done<T>(@Nullable T value) implements HomeserverAnswer<T> {}

    /** It will not do it, however often it is asked. */
    record Refused<T>(Reason reason, String why) implements HomeserverAnswer<T> {}

    /** It cannot be reached, is overloaded, or answers what cannot be meant. */
    record Unavailable<T>(Duration retryAfter, String why) implements HomeserverAnswer<T> {}

    /** Why a homeserver will not do it. */
    enum Reason {
        UNKNOWN_ROOM,
        NOT_IN_ROOM,
        EVENT_TOO_LARGE,
        NAME_TAKEN,
        FORBIDDEN
    }
}
