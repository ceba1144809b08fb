package io.gatehouse.web.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.gatehouse.domain.config.ConfigurationException;
import io.gatehouse.domain.config.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The issuer that the {@code mp.jwt.verify.*} keys of MicroProfile JWT 2.1 describe (section 9.2). */
public final class ConfiguredIssuer {

    private static final Duration FETCH_INTERVAL = Duration.ofSeconds(30);

    private ConfiguredIssuer() {}

    /** Empty where none is configured. */
    public static Optional<TrustedIssuer> from(Settings settings) {
        return settings.text("mp.jwt.verify.issuer").map(issuer -> {
            Duration age = seconds(settings, "mp.jwt.verify.token.age");
            return new TrustedIssuer(
                    issuer,
                    list(settings, "mp.jwt.verify.audiences"),
                    algorithms(settings),
                    keys(settings),
                    seconds(settings, "mp.jwt.verify.clock.skew"),
                    age.isZero() ? null : age);
        });
    }

    private static Duration seconds(Settings settings, String key) {
        String text = settings.text(key).orElse("0");
        try {
            return Duration.ofSeconds(Integer.parseUnsignedInt(text));
        } catch (NumberFormatException e) {
            throw new ConfigurationException(key + "=" + text + " is no number of seconds", e);
        }
    }

    private static Set<String> list(Settings settings, String key) {
        return settings.text(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Set<JWSAlgorithm> algorithms(Settings settings) {
        Set<String> names = list(settings, "mp.jwt.verify.publickey.algorithm");
        return names.isEmpty()
                ? TrustedIssuer.ALGORITHMS
                : names.stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
    }

    private static IssuerKeys keys(Settings settings) {
        Duration interval = settings.text("gatehouse.jwt.key-fetch-interval")
                .map(Duration::parse)
                .orElse(FETCH_INTERVAL);
        return new PublishedKeys(source(settings), interval);
    }

    private static JWKSetSource<SecurityContext> source(Settings settings) {
        return settings.text("mp.jwt.verify.publickey")
                .<JWKSetSource<SecurityContext>>map(KeyText::new)
                .orElseGet(() -> new KeyLocation(
                        settings.text("mp.jwt.verify.publickey.location").orElse("")));
    }
}
