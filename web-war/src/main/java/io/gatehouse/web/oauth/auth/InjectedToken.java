package io.gatehouse.web.oauth.auth;

import io.gatehouse.web.edge.access.Caller;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Produces {@code @Inject JsonWebToken}, instead of the server's own producer. */
@Dependent
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
class InjectedToken {

    @Inject
    HttpServletRequest request;

    @Produces
    @RequestScoped
    JsonWebToken token() {
        Caller caller = Caller.of(request);
        JsonWebToken token = caller == null ? null : caller.token();
        return token == null ? new NoToken() : token;
    }

    /** Stands for a request without a JWT: every claim is missing. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // MicroProfile JWT: missing claims are null
    private static final class NoToken implements JsonWebToken {

        @Override
        public @Nullable String getName() {
            return null;
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of();
        }

        @Override
        public <T> T getClaim(String claim) {
            return null;
        }
    }
}
