package io.gatehouse.web.edge.access;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Enforces the {@link AccessRule} of every resource method, the same way on every server. A method without an
 * annotation refuses every caller.
 */
@Provider
public class AccessFeature implements DynamicFeature {

    /** Runs before the server's own check, which refuses the same callers but answers without a problem document. */
    private static final int BEFORE_SERVER_CHECK = Priorities.AUTHORIZATION - 1;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        AccessRule rule = AccessRule.of(resource.getResourceClass(), resource.getResourceMethod());
        if (!rule.everyone()) {
            context.register(new AccessFilter(rule), BEFORE_SERVER_CHECK);
        }
    }
}
