package io.gatehouse.web.edge.access;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.web.oauth.jwt.VerifiedToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An authenticated caller.
 *
 * @param id unique among all callers, as in {@code user:<id>} or {@code host-token:<id>}
 * @param user the person who calls; null for hosts and agents
 * @param token the JWT that was presented; null for opaque tokens and signatures
 * @param access what the token or signing key of a host or an agent allows, presented directly or through an exchanged
 *     JWT; null for users
 */
public record Caller(
        String id,
        Principal principal,
        Set<String> roles,
        @Nullable SignedInUser user,
        @Nullable VerifiedToken token,
        @Nullable TokenCheck access) {

    private static final String ATTRIBUTE = Caller.class.getName();

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Makes this the caller of a request. Only the authentication mechanism may call it. */
    public void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The caller of a request; null if it is anonymous. */
    public static @Nullable Caller of(HttpServletRequest request) {
        return (Caller) request.getAttribute(ATTRIBUTE);
    }

    /** The same for a JAX-RS request, whose properties are the attributes of the servlet request. */
    public static @Nullable Caller of(ContainerRequestContext request) {
        return (Caller) request.getProperty(ATTRIBUTE);
    }
}
