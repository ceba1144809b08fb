package io.gatehouse.web.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An issuer whose tokens are accepted, and on what terms.
 *
 * @param issuer what {@code iss} must be
 * @param audiences one of these must be in {@code aud}; empty to accept any
 * @param algorithms what a token may be signed with
 * @param clockSkew how far the issuer's clock may be off
 * @param maximumAge how long after {@code iat} a token is accepted at most; null for as long as {@code exp} says
 */
public record TrustedIssuer(
        String issuer,
        Set<String> audiences,
        Set<JWSAlgorithm> algorithms,
        IssuerKeys keys,
        Duration clockSkew,
        @Nullable Duration maximumAge) {

    public static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    public TrustedIssuer {
        audiences = Set.copyOf(audiences);
        algorithms = Set.copyOf(algorithms);
        if (!ALGORITHMS.containsAll(algorithms)) {
            throw new IllegalArgumentException("only RS256 and ES256 are supported, not " + algorithms);
        }
    }
}
