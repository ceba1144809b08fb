package io.gatehouse.web.oauth.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import io.gatehouse.kernel.config.JwtSettings;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An issuer whose tokens are accepted, and the conditions.
 *
 * @param issuer the required value of {@code iss}
 * @param audiences one of these must be in {@code aud}; empty to accept any
 * @param algorithms the accepted signature algorithms
 * @param clockSkew the tolerated difference between the clocks
 * @param maximumAge how long after {@code iat} a token is accepted; null for no limit but {@code exp}
 */
public record TrustedIssuer(
        String issuer,
        Set<String> audiences,
        Set<JWSAlgorithm> algorithms,
        IssuerKeys keys,
        Duration clockSkew,
        @Nullable Duration maximumAge) {

    /** The default algorithms. */
    public static final Set<JWSAlgorithm> ALGORITHMS = parsed(JwtSettings.DEFAULT_ALGORITHMS);

    /**
     * All supported algorithms. Each works with keys of one type only, so the key alone rules out a weaker algorithm.
     */
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
