package io.gatehouse.kernel.config;

import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads the keys under {@code gatehouse.matrix.}. Each accessor throws {@link ConfigurationException} if its key is
 * invalid.
 */
final class MatrixKeys {

    static final String HOMESERVER_URL = "gatehouse.matrix.homeserver-url";
    static final String SERVER_NAME = "gatehouse.matrix.server-name";
    static final String AS_TOKEN = "gatehouse.matrix.as-token";
    static final String HS_TOKEN = "gatehouse.matrix.hs-token";
    static final String SENDER_LOCALPART = "gatehouse.matrix.sender-localpart";
    static final String APPSERVICE_ID = "gatehouse.matrix.appservice-id";
    static final String APPSERVICE_URL = "gatehouse.matrix.appservice-url";
    static final String CONNECT_TIMEOUT = "gatehouse.matrix.connect-timeout";
    static final String TIMEOUT = "gatehouse.matrix.timeout";
    static final String RETRIES = "gatehouse.matrix.retries";
    static final String REST = "gatehouse.matrix.rest";
    static final String CALLS_AT_ONCE = "gatehouse.matrix.calls-at-once";
    static final String TOKEN_MIRROR = "gatehouse.matrix.token-mirror";
    static final String TOKEN_MIRROR_MAX_AGE = "gatehouse.matrix.token-mirror-max-age";

    private static final int MIN_TOKEN_LENGTH = 32;
    private static final String HOW_TO_CREATE = "make one with 'openssl rand -hex 32'";
    private static final String AGENT_PREFIX = "agent-";

    private final ConfigValues values;
    private final Settings settings;

    MatrixKeys(ConfigValues values, Settings settings) {
        this.values = values;
        this.settings = settings;
    }

    boolean hasHomeserver() {
        return values.text(HOMESERVER_URL).isPresent();
    }

    MatrixSettings settings() {
        return new MatrixSettings(
                homeserver(),
                homeserverName(),
                asToken(),
                hsToken(),
                senderLocalpart(),
                values.required(APPSERVICE_ID),
                appserviceUrl(),
                values.duration(CONNECT_TIMEOUT),
                values.duration(TIMEOUT),
                values.count(RETRIES),
                values.duration(REST),
                values.count(CALLS_AT_ONCE));
    }

    /** The checks of {@link #settings()} that depend on another key or on the mode. */
    List<Runnable> checks() {
        return List.of(this::homeserver, this::homeserverName, this::asToken, this::hsToken, this::senderLocalpart);
    }

    Optional<MirrorSettings> tokenMirror() {
        if (!values.required(TOKEN_MIRROR).equals("true")) {
            return Optional.empty();
        }
        if (!hasHomeserver()) {
            throw new ConfigurationException(TOKEN_MIRROR + "=true needs " + HOMESERVER_URL);
        }
        return Optional.of(new MirrorSettings(values.duration(TOKEN_MIRROR_MAX_AGE)));
    }

    String serverName() {
        return values.required(SERVER_NAME);
    }

    private URI homeserver() {
        URI homeserver = withoutSlash(values.required(HOMESERVER_URL));
        if (homeserver.getHost() == null) {
            throw new ConfigurationException(HOMESERVER_URL + " names no host that can be called: one has no '_'");
        }
        return homeserver;
    }

    private String homeserverName() {
        String name = serverName();
        if (settings.isProduction() && name.equals("localhost")) {
            throw new ConfigurationException(SERVER_NAME + " is not set: it is the part after the colon in the ids of"
                    + " the homeserver's users");
        }
        return name;
    }

    private String asToken() {
        return token(AS_TOKEN, "matrix-as.token");
    }

    private String hsToken() {
        String token = token(HS_TOKEN, "matrix-hs.token");
        if (values.secret(AS_TOKEN).filter(token::equals).isPresent()) {
            throw new ConfigurationException(
                    HS_TOKEN + " is the same as " + AS_TOKEN + ": who knows one would know the other");
        }
        return token;
    }

    private String senderLocalpart() {
        String localpart = values.required(SENDER_LOCALPART);
        if (localpart.startsWith(AGENT_PREFIX)) {
            throw new ConfigurationException(SENDER_LOCALPART + "=" + localpart + " is in the agents' namespace");
        }
        return localpart;
    }

    private URI appserviceUrl() {
        return withoutSlash(values.text(APPSERVICE_URL).orElseGet(settings::publicUrl));
    }

    /** Returns the token. In development, a missing one is created on first use and kept in the data directory. */
    private String token(String key, String file) {
        String token = values.secret(key).orElseGet(() -> developmentToken(key, file));
        if (settings.isProduction() && token.length() < MIN_TOKEN_LENGTH) {
            throw new ConfigurationException(
                    key + " is shorter than " + MIN_TOKEN_LENGTH + " characters: " + HOW_TO_CREATE);
        }
        return token;
    }

    private String developmentToken(String key, String file) {
        if (settings.isProduction()) {
            throw new ConfigurationException(key + " is not set: " + HOW_TO_CREATE);
        }
        return DevelopmentSecret.in(settings.dataDirectory(), file, HexFormat.of()::formatHex);
    }

    private static URI withoutSlash(String url) {
        return URI.create(url.replaceAll("/+$", ""));
    }
}
