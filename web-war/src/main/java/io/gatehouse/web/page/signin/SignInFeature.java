package io.gatehouse.web.page.signin;

import io.gatehouse.web.edge.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers {@link SignInFilter} for every resource method that users may call. */
@Provider
@ApplicationScoped
public class SignInFeature implements DynamicFeature {

    private static final int AFTER_AUTHORIZATION = Priorities.AUTHORIZATION + 100;

    @Inject
    SeenUsers users;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        RolesAllowed onMethod = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        RolesAllowed onClass = resource.getResourceClass().getAnnotation(RolesAllowed.class);
        if (namesUsers(onMethod == null ? onClass : onMethod)) {
            context.register(new SignInFilter(users), AFTER_AUTHORIZATION);
        }
    }

    private static boolean namesUsers(@Nullable RolesAllowed roles) {
        return roles != null && List.of(roles.value()).contains(Roles.USER);
    }
}
