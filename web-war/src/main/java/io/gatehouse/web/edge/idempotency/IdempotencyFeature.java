package io.gatehouse.web.edge.idempotency;

import io.gatehouse.contract.idempotency.IdempotentCalls;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Lets every mutating call of an authenticated caller carry an idempotency key. Keys are scoped to callers, so
 * anonymous calls cannot have one.
 */
@Provider
@ApplicationScoped
public class IdempotencyFeature implements DynamicFeature {

    private static final int AFTER_RATE_LIMITS = Priorities.AUTHORIZATION + 300;
    private static final List<Class<? extends Annotation>> MUTATING =
            List.of(POST.class, PUT.class, PATCH.class, DELETE.class);

    @Inject
    IdempotentCalls calls;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        Class<?> type = resource.getResourceClass();
        boolean exempt = type.isAnnotationPresent(WithoutIdempotencyKey.class)
                || method.isAnnotationPresent(PermitAll.class)
                || type.isAnnotationPresent(PermitAll.class);
        if (!exempt && MUTATING.stream().anyMatch(method::isAnnotationPresent)) {
            context.register(new IdempotencyFilter(calls), AFTER_RATE_LIMITS);
            context.register(new AnswerRecorder(calls));
        }
    }
}
