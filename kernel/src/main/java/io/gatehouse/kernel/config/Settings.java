package io.gatehouse.kernel.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The configuration of the deployment, grouped by purpose. Every key is also an environment variable ({@code
 * gatehouse.db.url} is {@code GATEHOUSE_DB_URL}). Every secret can also be in a file that {@code <key>.file} names.
 *
 * <p>Every accessor throws {@link ConfigurationException} if a value is invalid. After a successful start none does,
 * because the start calls all of them.
 */
@ApplicationScoped
public class Settings {

    static final String MODE = "gatehouse.mode";
    static final String DATA_DIRECTORY = "gatehouse.data.dir";
    static final String PUBLIC_URL = "gatehouse.public-url";
    static final String DB_URL = "gatehouse.db.url";
    static final String ENCRYPTION_KEY = "gatehouse.encryption.key";
    static final String PREVIOUS_KEY = "gatehouse.encryption.previous-key";

    /** Ids of lost encryption keys; what they sealed is lost too. */
    public static final String LOST_KEY = "gatehouse.encryption.lost-key";

    static final String BOOTSTRAP_HOST_TOKEN = "gatehouse.bootstrap-host-token";

    private static final String KEY_FILE = "encryption.key";

    /**
     * Every commit is written to the file before it is acknowledged, so that a killed process loses none. Statement
     * results are not reused: H2 could return a result from before another transaction's commit (ADR 0021).
     */
    private static final String EMBEDDED_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";LOCK_TIMEOUT=15000;DB_CLOSE_DELAY=-1;WRITE_DELAY=0;RETENTION_TIME=0;OPTIMIZE_REUSE_RESULTS=FALSE";

    /**
     * The embedded database caches pages in a quarter of the heap. With H2's default, a sixteenth, most pages of a
     * large database are read again and again.
     */
    private static final int CACHE_SHARE = 4;

    private static final Defaults DEFAULTS = Defaults.load();

    private final ConfigValues values;

    /** The configuration of the server that the application runs on. */
    public Settings() {
        this(ServerConfiguration::value);
    }

    private Settings(Function<String, Optional<String>> source) {
        this.values = new ConfigValues(
                key -> source.apply(key).filter(text -> !text.isBlank()).or(() -> DEFAULTS.get(key)));
    }

    /** Returns settings with these values over the defaults, independent of the server. */
    public static Settings of(Map<String, String> values) {
        Map<String, String> copy = Map.copyOf(values);
        return new Settings(key -> Optional.ofNullable(copy.get(key)));
    }

    /** Returns the configuration of a process without a server: system properties, then environment. */
    public static Settings ofProcess() {
        return new Settings(key -> {
            String variable = key.replaceAll("[^A-Za-z0-9]", "_"); // the names that MicroProfile Config looks for
            return Stream.of(
                            System.getProperty(key),
                            System.getenv(key),
                            System.getenv(variable),
                            System.getenv(variable.toUpperCase(Locale.ROOT)))
                    .filter(value -> value != null && !value.isBlank())
                    .findFirst();
        });
    }

    public Mode mode() {
        return values.required(MODE).equals("production") ? Mode.PRODUCTION : Mode.DEVELOPMENT;
    }

    public boolean isProduction() {
        return mode() == Mode.PRODUCTION;
    }

    /** The directory of the embedded database and of created secrets. */
    public Path dataDirectory() {
        return Path.of(values.required(DATA_DIRECTORY)).toAbsolutePath().normalize();
    }

    /** The address at which users and platforms reach this deployment, without a trailing slash. */
    public String publicUrl() {
        return values.text(PUBLIC_URL)
                .map(url -> url.replaceAll("/+$", ""))
                .orElseGet(() -> "http://127.0.0.1:" + values.required("gatehouse.http.port"));
    }

    /** The built-in issuer, which production mode switches off. */
    public String developmentIssuer() {
        return publicUrl() + "/dev";
    }

    /** The id of this deployment, which is the audience of its install tokens. */
    public String deploymentId() {
        return values.text("gatehouse.deployment-id").orElseGet(this::publicUrl);
    }

    public DatabaseSettings database() {
        Optional<String> url = values.text(DB_URL);
        return new DatabaseSettings(
                url.orElseGet(this::embeddedUrl),
                values.text("gatehouse.db.user").orElse(null),
                values.secret("gatehouse.db.password").orElse(null),
                url.isEmpty());
    }

    /**
     * Returns the encryption keys. In development the current key is created at the first start and kept in the data
     * directory.
     */
    public EncryptionKeys encryption() {
        byte[] current = values.key(ENCRYPTION_KEY).orElseGet(this::developmentKey);
        return new EncryptionKeys(current, values.key(PREVIOUS_KEY).orElse(null));
    }

    /** Returns the ids of keys that are lost for good: values that they sealed need not open. */
    public Set<String> lostKeys() {
        return values.text(LOST_KEY).stream()
                .flatMap(ids -> Stream.of(ids.split(",", -1)))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    public InstallSettings install() {
        return new InstallSettings(
                values.duration("gatehouse.install.token-ttl"),
                values.required("gatehouse.claim.confirm").equals("required"),
                values.duration("gatehouse.claim.undo-window"),
                deploymentId());
    }

    public RateLimits rates() {
        return new RateLimits(
                values.count("gatehouse.rate.mint"),
                values.count("gatehouse.rate.install"),
                values.count("gatehouse.rate.chat"),
                values.count("gatehouse.rate.failed-claim"),
                values.count("gatehouse.rate.anonymous"));
    }

    public MessageSettings messages() {
        return new MessageSettings(
                values.duration("gatehouse.message.kept"),
                values.duration("gatehouse.message.sends-kept"),
                values.count("gatehouse.rate.send"));
    }

    public RegistrySettings registry() {
        return new RegistrySettings(
                values.duration("gatehouse.registry.lease"),
                values.duration("gatehouse.registry.stale-for"),
                values.duration("gatehouse.registry.sweep-interval"),
                values.duration("gatehouse.token.overlap"));
    }

    public ChannelSettings channels() {
        return ChannelSettings.read(values, isProduction());
    }

    /** The region (ISO 3166-1 alpha-2) of phone numbers that are written without a country code. */
    public String phoneDefaultRegion() {
        return values.required("gatehouse.phone.default-region");
    }

    /** The first host token in clear text; empty if not set. */
    public Optional<String> bootstrapHostToken() {
        return values.secret(BOOTSTRAP_HOST_TOKEN);
    }

    /** Settings of the tokens that are signed in the name of the public URL. */
    public OAuthSettings oauth() {
        return OAuthSettings.read(values, publicUrl());
    }

    /** The part after the colon in the ids of agents' Matrix users. */
    public String serverName() {
        return matrixKeys().serverName();
    }

    /** The homeserver; empty if none is configured, and rooms are local. */
    public Optional<MatrixSettings> matrix() {
        MatrixKeys keys = matrixKeys();
        return keys.hasHomeserver() ? Optional.of(keys.settings()) : Optional.empty();
    }

    /** The copy of the token hashes at the homeserver; empty if it is off. */
    public Optional<MirrorSettings> tokenMirror() {
        return matrixKeys().tokenMirror();
    }

    ConfigValues values() {
        return values;
    }

    MatrixKeys matrixKeys() {
        return new MatrixKeys(values, this);
    }

    /** Returns the value of another module's key. */
    public Optional<String> text(String key) {
        return values.text(key);
    }

    /** Returns another module's secret: the key's value, or the content of the file that {@code <key>.file} names. */
    public Optional<String> secret(String key) {
        return values.secret(key);
    }

    private String embeddedUrl() {
        return "jdbc:h2:file:" + dataDirectory().resolve("database").resolve("gatehouse") + EMBEDDED_OPTIONS
                + ";CACHE_SIZE=" + Runtime.getRuntime().maxMemory() / CACHE_SHARE / 1024;
    }

    private byte[] developmentKey() {
        if (isProduction()) {
            throw new ConfigurationException(ENCRYPTION_KEY + " is not set");
        }
        String text = DevelopmentSecret.in(
                dataDirectory(), KEY_FILE, bytes -> Base64.getEncoder().encodeToString(bytes));
        String fault = ValueRule.encryptionKey().fault(text);
        if (fault != null) {
            throw new ConfigurationException(dataDirectory().resolve(KEY_FILE) + " " + fault);
        }
        return Base64.getDecoder().decode(text);
    }
}
