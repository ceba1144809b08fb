package io.gatehouse.dev.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.oauth.jwt.TrustedDevelopmentIssuer;
import io.gatehouse.web.oauth.jwt.TrustedIssuer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs tokens for development users. Its key is made when it is first needed; in production mode that is never. */
@ApplicationScoped
public class DevIssuer implements TrustedDevelopmentIssuer {

    /** What {@code aud} says, and must say, in the tokens of the development issuer. */
    static final String AUDIENCE = "gatehouse";

    @Inject
    Settings settings;

    @Inject
    InstantSource clock;

    private @Nullable RSAKey key;

    boolean isOn() {
        return !settings.isProduction();
    }

    String url() {
        return settings.developmentIssuer();
    }

    /** The issuer as one to trust, without going over HTTP; empty in production mode. */
    @Override
    public Optional<TrustedIssuer> trusted() {
        if (!isOn()) {
            return Optional.empty();
        }
        return Optional.of(new TrustedIssuer(
                url(),
                Set.of(AUDIENCE),
                Set.of(JWSAlgorithm.RS256),
                header -> keyIfMatching(header.getKeyID()),
                Duration.ZERO,
                null));
    }

    JWKSet publicKeys() {
        return new JWKSet(key().toPublicJWK());
    }

    /** An access token, as MicroProfile JWT has it. */
    String accessToken(DevUser user, @Nullable String scope, Duration lifetime) {
        JWTClaimsSet.Builder claims = claims(user, AUDIENCE, lifetime)
                .jwtID(UUID.randomUUID().toString())
                .claim("upn", user.username())
                .claim("groups", List.copyOf(user.groups()));
        if (scope != null) {
            claims.claim("scope", scope);
        }
        return sign(claims.build());
    }

    /** An ID token of OpenID Connect for the client that the user signed in to. */
    String idToken(DevUser user, String clientId, @Nullable String nonce, Duration lifetime) {
        return sign(claims(user, clientId, lifetime)
                .claim("typ", "ID") // as Keycloak has it: no bearer token, whatever its audience
                .claim("nonce", nonce)
                .claim("groups", List.copyOf(user.groups()))
                .build());
    }

    private JWTClaimsSet.Builder claims(DevUser user, String audience, Duration lifetime) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .subject(user.subject())
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .claim("preferred_username", user.username())
                .claim("name", user.name())
                .claim("email", user.email())
                .claim("email_verified", true);
    }

    private String sign(JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(key().getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the development issuer's key does not sign", e);
        }
    }

    private List<JWK> keyIfMatching(@Nullable String keyId) {
        return keyId == null || keyId.equals(key().getKeyID()) ? List.of(key().toPublicJWK()) : List.of();
    }

    private synchronized RSAKey key() {
        RSAKey present = key;
        if (present == null) {
            present = DevKey.in(settings.dataDirectory());
            key = present;
        }
        return present;
    }
}
