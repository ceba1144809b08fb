package io.gatehouse.web.edge.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method or a resource of the bridge. Hosts need the scope {@code bridge} for it, agents the scope named here.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface BridgeScope {

    /** {@code send}, {@code type} or {@code receive}; empty if the access rule admits only hosts. */
    String value() default "";
}
