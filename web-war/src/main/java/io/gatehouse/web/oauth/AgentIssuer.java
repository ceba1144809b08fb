package io.gatehouse.web.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.contract.oauth.SigningKey;
import io.gatehouse.contract.oauth.TokenKeys;
import io.gatehouse.contract.oauth.VerificationKey;
import io.gatehouse.kernel.config.OAuthSettings;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.oauth.jwt.JwtVerdict;
import io.gatehouse.web.oauth.jwt.JwtVerifier;
import io.gatehouse.web.oauth.jwt.TrustedIssuer;
import io.gatehouse.web.oauth.jwt.VerifiedToken;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs JWTs for agents in the name of the deployment, and verifies them. Uses RS256, the default of MicroProfile JWT,
 * which its verifiers accept without configuration.
 */
@ApplicationScoped
public class AgentIssuer {

    /** The id of the token that a JWT was exchanged for. */
    static final String TOKEN_ID = "token_id";

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;

    @Inject
    Settings settings;

    @Inject
    TokenKeys keys;

    @Inject
    InstantSource clock;

    @SuppressWarnings("NullAway.Init")
    private OAuthSettings oauth;

    @SuppressWarnings("NullAway.Init")
    private JwtVerifier anyAudience;

    @PostConstruct
    void read() {
        oauth = settings.oauth();
        anyAudience = new JwtVerifier(List.of(issuer(Set.of())), clock);
    }

    /** The issuer for verifying tokens for this deployment; tokens for other audiences are refused. */
    public TrustedIssuer trusted() {
        return issuer(Set.of(oauth.issuer()));
    }

    private TrustedIssuer issuer(Set<String> audiences) {
        return new TrustedIssuer(
                oauth.issuer(),
                audiences,
                Set.of(ALGORITHM),
                header -> candidates(header.getKeyID()),
                Duration.ZERO,
                null);
    }

    /**
     * Whether a verified token is one of our own. Only those make their caller an agent, whatever other tokens claim.
     */
    public boolean issued(VerifiedToken token) {
        return oauth.issuer().equals(token.getIssuer());
    }

    /** The id of the opaque token that one of our own JWTs was exchanged for. */
    public UUID tokenIdOf(VerifiedToken token) {
        return UUID.fromString(Objects.requireNonNull(token.text(TOKEN_ID)));
    }

    /** A valid token of our own, for any audience. No keys are fetched. */
    Optional<VerifiedToken> verify(String jwt) {
        return anyAudience.verify(jwt) instanceof JwtVerdict.Accepted accepted
                ? Optional.of(accepted.token())
                : Optional.empty();
    }

    String sign(JWTClaimsSet claims) {
        SigningKey key = keys.signing();
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(ALGORITHM)
                            .type(JOSEObjectType.JWT)
                            .keyID(key.id())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key.key()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the key " + key.id() + " does not sign", e);
        }
    }

    /** The published keys (RFC 7517). */
    JWKSet keySet() {
        return new JWKSet(keys.published().stream().map(AgentIssuer::jwk).toList());
    }

    private List<JWK> candidates(@Nullable String keyId) {
        return keys.published().stream()
                .filter(key -> key.id().equals(keyId))
                .map(AgentIssuer::jwk)
                .toList();
    }

    private static JWK jwk(VerificationKey key) {
        return new RSAKey.Builder(key.key())
                .keyID(key.id())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(ALGORITHM)
                .build();
    }
}
