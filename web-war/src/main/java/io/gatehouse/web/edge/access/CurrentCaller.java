package io.gatehouse.web.edge.access;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.account.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Gives resources and filters the caller of the request. */
@ApplicationScoped
public class CurrentCaller {

    @Inject
    HttpServletRequest request;

    /** Null for anonymous requests. */
    public @Nullable Caller get() {
        return Caller.of(request);
    }

    /** @throws IllegalStateException if the caller is not a user: the resource lacks its {@code @RolesAllowed} */
    public UserId userId() {
        Caller caller = get();
        SignedInUser user = caller == null ? null : caller.user();
        if (user == null) {
            throw new IllegalStateException("the caller is not a user: the resource lacks its @RolesAllowed");
        }
        return user.id();
    }
}
