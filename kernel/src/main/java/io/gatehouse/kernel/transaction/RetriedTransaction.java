package io.gatehouse.kernel.transaction;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each call from outside of a transaction runs in one of its own, and again in another if it lost a race; a call from
 * inside of one belongs to that. For CDI beans: before an enterprise bean an interceptor would stand inside of the
 * transaction already. What such a bean does must be the database's alone, as it may be done more than once.
 */
@Inherited
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RetriedTransaction {}
