package io.gatehouse.web.edge.rate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Limits how often each caller may call a resource method. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RateLimited {

    Budget value();

    /** Methods with the same budget are counted together. */
    enum Budget {
        /** {@code gatehouse.rate.mint} */
        MINT,
        /** {@code gatehouse.rate.install} */
        INSTALL
    }
}
