package io.gatehouse.registry.homeserver;

import jakarta.inject.Qualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One of the implementations of {@link Homeserver}. Whoever injects the port without this gets the configured one. */
@Qualifier @Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Adapter {

    Kind value();

    /** What stands behind the port. */
    enum Kind {
        /** Rooms in our own database. */
        LOCAL_ROOMS,
        /** A Matrix homeserver, whose address is configured. */
        MATRIX
    }
}
