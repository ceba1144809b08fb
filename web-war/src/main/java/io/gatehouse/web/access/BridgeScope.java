package io.gatehouse.web.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A resource method of the bridge, which hosts may call with the scope {@code bridge}, and agents with this one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BridgeScope {

    /** {@code send}, {@code type} or {@code receive}. */
    String value();
}
