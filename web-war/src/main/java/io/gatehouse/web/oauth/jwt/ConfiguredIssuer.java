package io.gatehouse.web.oauth.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import io.gatehouse.kernel.config.JwtSettings;
import io.gatehouse.kernel.config.Settings;
import java.util.Optional;
import java.util.stream.Collectors;

/** The issuer that the {@code mp.jwt.verify.*} keys of MicroProfile JWT 2.1 describe (section 9.2). */
public final class ConfiguredIssuer {

    private ConfiguredIssuer() {}

    /** Empty if none is configured. */
    public static Optional<TrustedIssuer> from(Settings settings) {
        return JwtSettings.from(settings)
                .map(jwt -> new TrustedIssuer(
                        jwt.issuer(),
                        jwt.audiences(),
                        jwt.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet()),
                        keys(jwt),
                        jwt.clockSkew(),
                        jwt.maximumAge()));
    }

    private static IssuerKeys keys(JwtSettings jwt) {
        String key = jwt.key();
        return key == null
                ? PublishedKeys.at(jwt.location(), jwt.keyFetchInterval())
                : new PublishedKeys("mp.jwt.verify.publickey", () -> key, jwt.keyFetchInterval(), System::nanoTime);
    }
}
