package io.gatehouse.kernel.config;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that Gatehouse signs for agents.
 *
 * @param issuer their {@code iss}, and their {@code aud} if no other is requested
 * @param lifetime maximum lifetime of a token
 * @param audiences allowed audiences besides this deployment
 * @param keyLifetime how long a key signs
 * @param keyLead how long a key is published before it signs
 * @param keysNotBefore keys created before this time are neither used nor published; null to use all
 */
public record OAuthSettings(
        String issuer,
        Duration lifetime,
        Set<String> audiences,
        Duration keyLifetime,
        Duration keyLead,
        @Nullable Instant keysNotBefore) {

    static final Duration MAX_LIFETIME = Duration.ofMinutes(5);

    private static final String LIFETIME = "gatehouse.oauth.token-lifetime";
    private static final String AUDIENCES = "gatehouse.oauth.audiences";
    private static final String KEY_LIFETIME = "gatehouse.oauth.key-lifetime";
    private static final String KEY_LEAD = "gatehouse.oauth.key-lead";
    private static final String KEYS_NOT_BEFORE = "gatehouse.oauth.keys-not-before";
    private static final String USERS_ISSUER = "mp.jwt.verify.issuer";

    public OAuthSettings {
        audiences = Set.copyOf(audiences);
    }

    static OAuthSettings read(ConfigValues values, String publicUrl) {
        Duration lifetime = values.duration(LIFETIME);
        Duration keyLifetime = values.duration(KEY_LIFETIME);
        Duration keyLead = values.duration(KEY_LEAD);
        if (keyLead.compareTo(keyLifetime) >= 0) {
            throw new ConfigurationException(KEY_LEAD + "=" + keyLead + " is not shorter than " + KEY_LIFETIME + "="
                    + keyLifetime + ": the next key would be due before this one signs");
        }
        if (values.text(USERS_ISSUER).filter(publicUrl::equals).isPresent()) {
            throw new ConfigurationException(
                    USERS_ISSUER + " is the public URL, in whose name Gatehouse signs the tokens of agents itself");
        }
        return new OAuthSettings(
                publicUrl,
                lifetime,
                list(values.text(AUDIENCES).orElse("")),
                keyLifetime,
                keyLead,
                values.text(KEYS_NOT_BEFORE).map(Instant::parse).orElse(null));
    }

    private static Set<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toSet());
    }
}
