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
 * The issuer whose tokens are taken, as the {@code mp.jwt.verify.*} keys of MicroProfile JWT 2.1 describe it (section 9.2).
 *
 * @param audiences one of these must be in {@code aud}; empty for any
 * @param algorithms names of RFC 7518 section 3.1
 * @param maximumAge null for as long as {@code exp} says
 * @param key the key document itself; null where it stands at the location
 * @param location where it stands; empty where the key is given
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

    /** What signatures can be verified by: keys of RSA and EC, with what every Java platform has. */
    public static final Set<String> SUPPORTED =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    /** Where nothing is said. */
    public static final Set<String> DEFAULT_ALGORITHMS = Set.of("RS256", "ES256");

    static final String ISSUER = "mp.jwt.verify.issuer";
    static final String AUDIENCES = "mp.jwt.verify.audiences";
    static final String KEY = "mp.jwt.verify.publickey";
    static final String LOCATION = "mp.jwt.verify.publickey.location";
    static final String ALGORITHM = "mp.jwt.verify.publickey.algorithm";
    static final String CLOCK_SKEW = "mp.jwt.verify.clock.skew";
    static final String TOKEN_AGE = "mp.jwt.verify.token.age";
    static final String FETCH_INTERVAL = "gatehouse.jwt.key-fetch-interval";

    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(30);

    public JwtSettings {
        audiences = Set.copyOf(audiences);
        algorithms = Set.copyOf(algorithms);
    }

    /**
     * Empty where no issuer is configured.
     *
     * @throws ConfigurationException if a value cannot be meant
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
        return settings.text(FETCH_INTERVAL).map(Duration::parse).orElse(USUAL_INTERVAL);
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

    /** Whether an address that is asked for over HTTP can be one. */
    static boolean isAddress(String location) {
        try {
            URI uri = new URI(location);
            return uri.getHost() != null && uri.getRawUserInfo() == null && uri.getPort() <= 65_535;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Says whose tokens are taken, and nothing of the key. */
    @Override
    public String toString() {
        return "JwtSettings[" + issuer + "]";
    }
}
