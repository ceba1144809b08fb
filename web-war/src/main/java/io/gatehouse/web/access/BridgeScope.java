package io.gatehouse.web.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A method of the bridge, or all of a resource's, which hosts may call with the scope {@code bridge}, and agents with this one. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface BridgeScope {

    /** {@code send}, {@code type} or {@code receive}; empty where the rule of access admits hosts only. */
    String value() default "";
}
