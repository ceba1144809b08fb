package io.gatehouse.web.rate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A resource method that a caller may use only so often. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RateLimited {

    Budget value();

    /** What is counted together. */
    enum Budget {
        /** {@code gatehouse.rate.mint} */
        MINT,
        /** {@code gatehouse.rate.install} */
        INSTALL
    }
}
