package io.gatehouse.kernel.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The issuer whose tokens are accepted, as the {@code mp.jwt.verify.*} keys of MicroProfile JWT 2.1 section 9.2
 * describe it.
 *
 * @param audiences {@code aud} must contain one of these; empty accepts any
 * @param algorithms names of RFC 7518 section 3.1
 * @param maximumAge maximum age of a token; null if only {@code exp} limits it
 * @param key the key document itself; null if it is at the location
 * @param location where the key document is; empty if the key is given
 */
public record JwtSettings(
        String issuer,
        Set<String> audiences,
        Set<String> algorithms,
        Duration clockSkew,
        @Nullable Duration maximumAge,
        @Nullable String key,
        String location,
        Duration keyFetchInterval) {

    /** Supported algorithms: RSA and EC, which every Java platform implements. */
    public static final Set<String> SUPPORTED =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    /** Accepted if no algorithm is configured. */
    public static final Set<String> DEFAULT_ALGORITHMS = Set.of("RS256", "ES256");

    static final String ISSUER = "mp.jwt.verify.issuer";
    static final String AUDIENCES = "mp.jwt.verify.audiences";
    static final String KEY = "mp.jwt.verify.publickey";
    static final String LOCATION = "mp.jwt.verify.publickey.location";
    static final String ALGORITHM = "mp.jwt.verify.publickey.algorithm";
    static final String CLOCK_SKEW = "mp.jwt.verify.clock.skew";
    static final String TOKEN_AGE = "mp.jwt.verify.token.age";
    static final String FETCH_INTERVAL = "gatehouse.jwt.key-fetch-interval";

    private static final Duration DEFAULT_FETCH_INTERVAL = Duration.ofSeconds(30);

    public JwtSettings {
        audiences = Set.copyOf(audiences);
        algorithms = Set.copyOf(algorithms);
    }

    /**
     * Returns the configured issuer; empty if there is none.
     *
     * @throws ConfigurationException if a value is invalid
     */
    public static Optional<JwtSettings> from(Settings settings) {
        return settings.text(ISSUER).map(issuer -> {
            Duration age = seconds(settings, TOKEN_AGE);
            return new JwtSettings(
                    issuer,
                    list(settings, AUDIENCES),
                    algorithms(settings),
                    seconds(settings, CLOCK_SKEW),
                    age.isZero() ? null : age,
                    settings.text(KEY).orElse(null),
                    settings.text(LOCATION).orElse(""),
                    fetchInterval(settings));
        });
    }

    static Set<String> algorithms(Settings settings) {
        Set<String> names = list(settings, ALGORITHM);
        for (String name : names) {
            if (!SUPPORTED.contains(name)) {
                throw new ConfigurationException(
                        ALGORITHM + "=" + name + " is not supported: it is one of " + new TreeSet<>(SUPPORTED));
            }
        }
        return names.isEmpty() ? DEFAULT_ALGORITHMS : names;
    }

    static Duration seconds(Settings settings, String key) {
        String text = settings.text(key).orElse("0");
        try {
            int seconds = Integer.parseInt(text);
            if (seconds >= 0) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            throw new ConfigurationException(key + "=" + text + " is no number of seconds", e);
        }
        throw new ConfigurationException(key + "=" + text + " is negative");
    }

    static Duration fetchInterval(Settings settings) {
        return settings.text(FETCH_INTERVAL).map(Duration::parse).orElse(DEFAULT_FETCH_INTERVAL);
    }

    static Set<String> list(Settings settings, String key) {
        Set<String> parts = new TreeSet<>();
        settings.text(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(parts::add);
        return parts;
    }

    /** Whether the text is a valid HTTP address: with a host, a valid port, and no user. */
    static boolean isAddress(String location) {
        try {
            URI uri = new URI(location);
            return uri.getHost() != null && uri.getRawUserInfo() == null && uri.getPort() <= 65_535;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Shows the issuer, never the key. */
    @Override
    public String toString() {
        return "JwtSettings[" + issuer + "]";
    }
}
