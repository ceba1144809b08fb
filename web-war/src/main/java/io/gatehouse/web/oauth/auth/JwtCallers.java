package io.gatehouse.web.oauth.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.oauth.jwt.JwtVerdict;
import io.gatehouse.web.oauth.jwt.JwtVerifier;
import io.gatehouse.web.oauth.jwt.VerifiedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates callers by JWT. Verified tokens are cached by their SHA-256 for two minutes, never past their expiry,
 * since verifying a signature costs more than most calls. For an agent's JWT, the opaque token behind it is checked on
 * every request.
 */
@ApplicationScoped
class JwtCallers {

    private static final int MAX_CACHED = 20_000;
    private static final Duration CACHE_TIME = Duration.ofMinutes(2);

    private final Cache<TokenDigest, Caller> verified = Caffeine.newBuilder()
            .maximumSize(MAX_CACHED)
            .expireAfterWrite(CACHE_TIME)
            .build();

    @Inject
    JwtVerifier verifier;

    @Inject
    ScopedCallers scoped;

    @Inject
    InstantSource clock;

    /** The caller of a recently verified token; null if the token must be verified. */
    @Nullable Caller cached(TokenDigest digest) {
        Caller caller = verified.getIfPresent(digest);
        VerifiedToken token = caller == null ? null : caller.token();
        if (token == null || !clock.instant().isBefore(token.expiry())) {
            return null;
        }
        return scoped.isAgents(token) ? scoped.caller(token) : caller;
    }

    Verdict verify(String token, TokenDigest digest) {
        JwtVerdict verdict = verifier.verify(token);
        if (verdict instanceof JwtVerdict.Accepted accepted) {
            return admit(accepted.token(), digest);
        }
        if (verdict instanceof JwtVerdict.KeysUnavailable outage) {
            return new Verdict.Unavailable(outage.retryAfter());
        }
        return new Verdict.Refused(((JwtVerdict.Rejected) verdict).why());
    }

    private Verdict admit(VerifiedToken token, TokenDigest digest) {
        Caller caller = scoped.isAgents(token) ? scoped.caller(token) : user(token);
        if (caller == null) {
            return new Verdict.Refused("The token that this one was exchanged for is expired or revoked");
        }
        verified.put(digest, caller);
        return new Verdict.Admitted(caller);
    }

    private static Caller user(VerifiedToken token) {
        SignedInUser user = token.user();
        return new Caller("user:" + user.id(), token, roles(token), user, token, null);
    }

    /** The groups can grant the administrator's role only; Gatehouse grants the other roles itself. */
    private static Set<String> roles(VerifiedToken token) {
        Set<String> roles = new HashSet<>();
        roles.add(Roles.USER);
        if (token.scopes().contains(Roles.GATEWAY_SCOPE)) {
            roles.add(Roles.GATEWAY);
        }
        if (Roles.areAdministrators(token.getGroups())) {
            roles.add(Roles.ADMIN);
        }
        return roles;
    }
}
