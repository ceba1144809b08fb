package io.gatehouse.web.edge.access;

import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Refuses tokens without the scope of the call (RFC 6750 section 3.1, {@code insufficient_scope}). */
@Provider
public class BridgeScopeFeature implements DynamicFeature {

    private static final int AFTER_AUTHORIZATION = Priorities.AUTHORIZATION + 100;
    private static final String HOST_SCOPE = "bridge";

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        BridgeScope onMethod = resource.getResourceMethod().getAnnotation(BridgeScope.class);
        BridgeScope scope = onMethod == null ? resource.getResourceClass().getAnnotation(BridgeScope.class) : onMethod;
        if (scope != null) {
            context.register(new Filter(scope.value()), AFTER_AUTHORIZATION);
        }
    }

    private record Filter(String agentScope) implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            String missing = missing(Caller.of(request));
            if (missing != null) {
                request.abortWith(
                        Problem.of(ProblemType.INSUFFICIENT_SCOPE, "This call needs the scope " + missing + ".")
                                .toResponseBuilder()
                                .header(
                                        HttpHeaders.WWW_AUTHENTICATE,
                                        "Bearer error=\"insufficient_scope\", scope=\"" + missing + "\"")
                                .build());
            }
        }

        private @Nullable String missing(@Nullable Caller caller) {
            if (caller != null && caller.access() instanceof HostAccess host) {
                return host.scopes().contains(HOST_SCOPE) ? null : HOST_SCOPE;
            }
            return caller != null
                            && caller.access() instanceof AgentAccess agent
                            && agent.scopes().contains(agentScope)
                    ? null
                    : agentScope;
        }
    }
}
