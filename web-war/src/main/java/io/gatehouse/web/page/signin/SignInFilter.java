package io.gatehouse.web.page.signin;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.web.edge.access.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Signs the calling user in before the resource runs. */
class SignInFilter implements ContainerRequestFilter {

    private final SeenUsers users;

    SignInFilter(SeenUsers users) {
        this.users = users;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        SignedInUser user = caller == null ? null : caller.user();
        if (user != null) {
            users.signIn(user);
        }
    }
}
