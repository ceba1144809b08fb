package io.gatehouse.web.oauth.jwt;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The purpose for which a JWT is accepted. A JWT made for another purpose is refused even if its signature and claims
 * are valid (RFC 8725 section 3.11): an ID token grants no access, and an access token does not prove a sign-in.
 *
 * @param types accepted values of the header {@code typ}
 * @param kindsOfOthers values by which providers mark other kinds of tokens: Keycloak in the claim {@code typ}, Cognito
 *     in {@code token_use}
 */
record TokenUse(String name, Set<String> types, Set<String> kindsOfOthers) {

    /** A bearer credential in a request header. */
    static final TokenUse BEARER = new TokenUse(
            "access token",
            Set.of("jwt", "at+jwt", "application/at+jwt"),
            Set.of("id", "refresh", "offline", "logout"));

    /** The ID token of a sign-in. */
    static final TokenUse IDENTITY =
            new TokenUse("ID token", Set.of("jwt"), Set.of("bearer", "access", "refresh", "offline", "logout"));

    boolean admits(@Nullable JOSEObjectType type) {
        return type == null || types.contains(type.getType().toLowerCase(Locale.ROOT));
    }

    /** Why the claims belong to another kind of token; null if they do not. */
    @Nullable String fault(JWTClaimsSet claims) {
        for (String claim : new String[] {"typ", "token_use"}) {
            if (claims.getClaim(claim) instanceof String kind
                    && kindsOfOthers.contains(kind.toLowerCase(Locale.ROOT))) {
                return "The token is no " + name;
            }
        }
        return equals(BEARER) && claims.getClaim("cnf") != null
                ? "The token is bound to a key, which a bearer token does not prove" // RFC 7800, RFC 9449, RFC 8705
                : null;
    }
}
