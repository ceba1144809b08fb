package io.gatehouse.web.edge.access;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may call a resource method: the annotation of the method, or else of its class. Without an annotation no one may.
 *
 * @param everyone admits all callers, anonymous ones included
 * @param roles the caller needs one of these; if empty, no role is admitted
 */
record AccessRule(boolean everyone, Set<String> roles) {

    private static final AccessRule DENY_ALL = new AccessRule(false, Set.of());

    static AccessRule of(Class<?> resource, Method method) {
        AccessRule onMethod = declaredOn(method);
        if (onMethod != null) {
            return onMethod;
        }
        AccessRule onClass = declaredOn(resource);
        return onClass == null ? DENY_ALL : onClass;
    }

    @Nullable private static AccessRule declaredOn(AnnotatedElement element) {
        RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
        if (element.isAnnotationPresent(DenyAll.class)) {
            return DENY_ALL;
        }
        if (roles != null) {
            return new AccessRule(false, Set.of(roles.value()));
        }
        return element.isAnnotationPresent(PermitAll.class) ? new AccessRule(true, Set.of()) : null;
    }

    boolean admits(@Nullable Caller caller) {
        return everyone || (caller != null && !Collections.disjoint(roles, caller.roles()));
    }
}
