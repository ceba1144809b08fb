package io.gatehouse.kernel.config;

import static io.gatehouse.kernel.config.ValueRule.address;
import static io.gatehouse.kernel.config.ValueRule.count;
import static io.gatehouse.kernel.config.ValueRule.duration;
import static io.gatehouse.kernel.config.ValueRule.encryptionKey;
import static io.gatehouse.kernel.config.ValueRule.instant;
import static io.gatehouse.kernel.config.ValueRule.matching;
import static io.gatehouse.kernel.config.ValueRule.oneOf;
import static io.gatehouse.kernel.config.ValueRule.path;
import static io.gatehouse.kernel.config.ValueRule.text;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.gatehouse.kernel.token.TokenPrefix;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * All keys of Gatehouse and the rules for their values. {@code EveryKeyTest} compares them with the table in the
 * documentation.
 */
final class Keys {

    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Longer than anything is kept, and short enough to be added to any time without overflow. */
    private static final Duration LONG = Duration.ofDays(36_500);

    private static final ValueRule VISIBLE = matching("[!-~]+", "holds a blank, or a character that is not ASCII");

    /** The deployment id is part of every install token. */
    private static final ValueRule DEPLOYMENT = matching(
            "[!#-\\[\\]-~]{1,200}", "is not 1 to 200 characters of ASCII, without blanks, quotes and backslashes");

    private static final Map<String, Key> ALL = new TreeMap<>();

    static {
        general().forEach(Keys::add);
        installing().forEach(Keys::add);
        matrix().forEach(Keys::add);
        signIn().forEach(Keys::add);
    }

    private Keys() {}

    private static void add(Key key) {
        ALL.put(key.name(), key);
    }

    private static List<Key> general() {
        return List.of(
                Key.of(Settings.MODE, oneOf("development", "production")),
                Key.of(
                        Settings.PUBLIC_URL,
                        address("https://gatehouse.example")
                                .and(matching(".{1,200}", "is longer than 200 characters"))),
                Key.of("gatehouse.deployment-id", DEPLOYMENT),
                Key.of("gatehouse.http.port", count(1, 65_535)),
                Key.of("gatehouse.http.address", text()),
                Key.of(Settings.DATA_DIRECTORY, path()),
                Key.unshown(Settings.DB_URL, Keys::databaseFault),
                Key.of("gatehouse.db.user", text()),
                Key.secret("gatehouse.db.password", text()),
                Key.secret(Settings.ENCRYPTION_KEY, encryptionKey()),
                Key.secret(Settings.PREVIOUS_KEY, encryptionKey()),
                Key.of(
                        Settings.LOST_KEY,
                        matching("[0-9a-f]{8}( *, *[0-9a-f]{8})*", "is not a key id as named by a refused start")),
                Key.secret(Settings.BOOTSTRAP_HOST_TOKEN, Keys::hostTokenFault),
                Key.of("gatehouse.bench", oneOf("true", "false")));
    }

    private static List<Key> installing() {
        ValueRule perMinute = count(0, 1_000_000_000);
        return List.of(
                Key.of(
                        "gatehouse.install.token-ttl",
                        duration(SECOND, InstallSettings.LONGEST_TTL).and(Keys::fractionOfASecond)),
                Key.of("gatehouse.claim.confirm", oneOf("off", "required")),
                Key.of("gatehouse.claim.undo-window", duration(SECOND, LONG)),
                Key.of("gatehouse.phone.default-region", Keys::regionFault),
                Key.of("gatehouse.rate.mint", perMinute),
                Key.of("gatehouse.rate.install", perMinute),
                Key.of("gatehouse.rate.chat", perMinute),
                Key.of("gatehouse.rate.failed-claim", perMinute),
                Key.of("gatehouse.rate.anonymous", perMinute),
                Key.of("gatehouse.rate.send", perMinute),
                Key.of("gatehouse.message.kept", duration(SECOND, LONG)),
                Key.of("gatehouse.message.sends-kept", duration(SECOND, LONG)),
                Key.of("gatehouse.channel.internal-addresses", oneOf("allowed", "refused")),
                Key.of("gatehouse.channel.timeout", duration(MILLISECOND, HOUR)),
                Key.of("gatehouse.channel.workers", count(1, 1_000)),
                Key.of("gatehouse.channel.senders", count(1, 1_000)),
                Key.of("gatehouse.channel.give-up-after", duration(MILLISECOND, LONG)),
                Key.of("gatehouse.registry.lease", duration(SECOND, LONG)),
                Key.of("gatehouse.registry.stale-for", duration(MILLISECOND, LONG)),
                Key.of("gatehouse.registry.sweep-interval", duration(Duration.ofMillis(100), Duration.ofDays(1))),
                Key.of("gatehouse.token.overlap", duration(MILLISECOND, LONG)));
    }

    private static List<Key> matrix() {
        ValueRule wait = duration(MILLISECOND, HOUR);
        return List.of(
                Key.of(MatrixKeys.HOMESERVER_URL, address("https://matrix.example.org")),
                Key.of(MatrixKeys.SERVER_NAME, Keys::serverNameFault),
                Key.secret(MatrixKeys.AS_TOKEN, VISIBLE),
                Key.secret(MatrixKeys.HS_TOKEN, VISIBLE),
                Key.of(
                        MatrixKeys.SENDER_LOCALPART,
                        matching("[a-z0-9._=/+-]{1,100}", "is not a localpart of a user id: [a-z0-9._=/+-]")),
                Key.of(
                        MatrixKeys.APPSERVICE_ID,
                        matching("[A-Za-z0-9._~-]{1,100}", "is not an id of an application service: [A-Za-z0-9._~-]")),
                Key.of(MatrixKeys.APPSERVICE_URL, address("https://gatehouse.example")),
                Key.of(MatrixKeys.CONNECT_TIMEOUT, wait),
                Key.of(MatrixKeys.TIMEOUT, wait),
                Key.of(MatrixKeys.RETRIES, count(0, 100)),
                Key.of(MatrixKeys.REST, wait),
                Key.of(MatrixKeys.CALLS_AT_ONCE, count(1, 100_000)),
                Key.of(MatrixKeys.TOKEN_MIRROR, oneOf("true", "false")),
                Key.of(MatrixKeys.TOKEN_MIRROR_MAX_AGE, duration(SECOND, LONG)));
    }

    private static List<Key> signIn() {
        return List.of(
                Key.of(OidcSettings.CLIENT_ID, text()),
                Key.of(OidcSettings.ISSUER, address("https://issuer.example")),
                Key.secret(OidcSettings.CLIENT_SECRET, text()),
                Key.of(
                        "gatehouse.oidc.scopes",
                        matching("(?:[!#-\\[\\]-~]+ +)*openid(?: +[!#-\\[\\]-~]+)*", "lacks 'openid'")),
                Key.of("gatehouse.session.idle", duration(SECOND, LONG)),
                Key.of("gatehouse.session.lifetime", duration(SECOND, LONG)),
                Key.of("gatehouse.oauth.token-lifetime", duration(SECOND, OAuthSettings.MAX_LIFETIME)),
                Key.of("gatehouse.oauth.audiences", text()),
                Key.of("gatehouse.oauth.key-lifetime", duration(SECOND, LONG)),
                Key.of("gatehouse.oauth.key-lead", duration(MILLISECOND, LONG)),
                Key.of("gatehouse.oauth.keys-not-before", instant()),
                Key.of("gatehouse.jwt.key-fetch-interval", duration(MILLISECOND, Duration.ofDays(1))));
    }

    static Stream<String> names() {
        return ALL.keySet().stream();
    }

    static boolean isSecret(String name) {
        return find(name).filter(Key::secret).isPresent();
    }

    /** Returns the key; empty for a key of another module, which that module validates. */
    static Optional<Key> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /**
     * Allows only {@code b64token} of RFC 6750 section 2.1: other characters cannot be sent in an Authorization header.
     */
    private static @Nullable String hostTokenFault(String token) {
        String prefix = TokenPrefix.HOST.text();
        String how = ": make one with 'echo " + prefix + "$(openssl rand -hex 24)'";
        if (!token.startsWith(prefix)) {
            return "does not begin with '" + prefix + "'" + how;
        }
        if (!token.matches(prefix + "[A-Za-z0-9._~+/-]+=*")) {
            return "holds more or less than letters, digits and '-._~+/' after '" + prefix + "'" + how;
        }
        return token.length() > 512 ? "is longer than 512 characters" + how : null;
    }

    /** Times in an install token are whole seconds. */
    private static @Nullable String fractionOfASecond(String duration) {
        return Duration.parse(duration).toNanosPart() == 0 ? null : "is not whole seconds";
    }

    private static @Nullable String regionFault(String region) {
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)
                ? null
                : "is not a region with phone numbers: use two capital letters of ISO 3166-1, such as GB";
    }

    /** Matrix specification, appendices, server name. */
    private static @Nullable String serverNameFault(String name) {
        boolean is = name.matches("(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?")
                && name.length() <= 230
                && ValueRule.hasPossiblePort(name);
        return is ? null : "is not a server name, such as example.org";
    }

    private static @Nullable String databaseFault(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return url.length() > "jdbc:h2:".length() ? null : "names no database";
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            return "is neither jdbc:postgresql: nor jdbc:h2:";
        }
        try {
            new PGSimpleDataSource().setUrl(url);
            return null;
        } catch (IllegalArgumentException e) {
            return "is not a PostgreSQL address: write it like jdbc:postgresql://host:5432/gatehouse";
        }
    }
}
