package io.gatehouse.registry.matrix.homeserver;

import jakarta.inject.Qualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Qualifies an implementation of {@link Homeserver}. Injecting the port without this qualifier returns the configured
 * one.
 */
@Qualifier @Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Adapter {

    Kind value();

    /** The kind of homeserver behind the port. */
    enum Kind {
        /** Rooms in Gatehouse's own database. */
        LOCAL_ROOMS,
        /** A Matrix homeserver at a configured address. */
        MATRIX
    }
}
