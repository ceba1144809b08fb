package io.gatehouse.web.edge.rate;

import io.gatehouse.kernel.config.RateLimits;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.rate.Buckets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** Applies the configured limits to the methods annotated with {@link RateLimited}. */
@Provider
@ApplicationScoped
public class RateLimitFeature implements DynamicFeature {

    private static final int AFTER_AUTHORIZATION = Priorities.AUTHORIZATION + 200;

    @Inject
    Settings settings;

    @Inject
    InstantSource clock;

    private final Map<RateLimited.Budget, Buckets> buckets = new EnumMap<>(RateLimited.Budget.class);

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        RateLimited limited = resource.getResourceMethod().getAnnotation(RateLimited.class);
        if (limited != null) {
            context.register(new RateLimitFilter(bucketsOf(limited.value())), AFTER_AUTHORIZATION);
        }
    }

    private synchronized Buckets bucketsOf(RateLimited.Budget budget) {
        return buckets.computeIfAbsent(budget, any -> new Buckets(perMinute(settings.rates(), budget), clock));
    }

    private static int perMinute(RateLimits rates, RateLimited.Budget budget) {
        return switch (budget) {
            case MINT -> rates.mint();
            case INSTALL -> rates.install();
        };
    }
}
