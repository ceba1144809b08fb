package io.gatehouse.web.edge.access;

import io.gatehouse.web.edge.problem.AccessProblems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Refuses callers that the rule does not admit: 401 for anonymous callers, 403 for the others. */
class AccessFilter implements ContainerRequestFilter {

    private final AccessRule rule;

    AccessFilter(AccessRule rule) {
        this.rule = rule;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Caller caller = Caller.of(context);
        if (!rule.admits(caller)) {
            context.abortWith(refusal(caller));
        }
    }

    private static Response refusal(@Nullable Caller caller) {
        if (caller == null) {
            return AccessProblems.credentialsRequired();
        }
        return caller.roles().contains(Roles.AGENT) ? AccessProblems.agentsOnlyTalk() : AccessProblems.forbidden();
    }
}
