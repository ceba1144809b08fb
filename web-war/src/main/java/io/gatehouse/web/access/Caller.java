package io.gatehouse.web.access;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.web.jwt.VerifiedToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever the authentication mechanism let in.
 *
 * @param id unique among all callers, as in {@code user:<id>} or {@code host-token:<id>}
 * @param user where a person calls; null for hosts and agents
 * @param token where a JWT was shown; null for opaque tokens and signatures
 * @param access what the token or the key of a host or an agent allows, by itself or by a JWT in exchange; null for users
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

    /** Makes this the caller of a request. The authentication mechanism's to call, and nobody else's. */
    public void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Who calls; null for anonymous requests. */
    public static @Nullable Caller of(HttpServletRequest request) {
        return (Caller) request.getAttribute(ATTRIBUTE);
    }

    /** The same inside JAX-RS, whose properties are the attributes of the servlet request. */
    public static @Nullable Caller of(ContainerRequestContext request) {
        return (Caller) request.getProperty(ATTRIBUTE);
    }
}
