package io.gatehouse.web.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import io.gatehouse.kernel.config.JwtSettings;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** What is accepted where nothing is said. */
    public static final Set<JWSAlgorithm> ALGORITHMS = parsed(JwtSettings.DEFAULT_ALGORITHMS);

    /** All that can be verified. Each goes with keys of one type, so the key decides what a signature is worth. */
    public static final Set<JWSAlgorithm> SUPPORTED = parsed(JwtSettings.SUPPORTED);

    public TrustedIssuer {
        audiences = Set.copyOf(audiences);
        algorithms = Set.copyOf(algorithms);
        if (!SUPPORTED.containsAll(algorithms)) {
            throw new IllegalArgumentException("only " + SUPPORTED + " are supported, not " + algorithms);
        }
    }

    private static Set<JWSAlgorithm> parsed(Set<String> names) {
        return names.stream().map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
    }
}
