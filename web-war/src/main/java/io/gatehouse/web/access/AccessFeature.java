package io.gatehouse.web.access;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Holds every resource method to its {@link AccessRule}, the same on every server. A method that forgot its annotation
 * is refused to all.
 */
@Provider
public class AccessFeature implements DynamicFeature {

    /** The server refuses the same callers, but has no words for them. */
    private static final int BEFORE_THE_SERVERS_OWN = Priorities.AUTHORIZATION - 1;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        AccessRule rule = AccessRule.of(resource.getResourceClass(), resource.getResourceMethod());
        if (!rule.everyone()) {
            context.register(new AccessFilter(rule), BEFORE_THE_SERVERS_OWN);
        }
    }
}
