package io.gatehouse.domain.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the keys under {@code gatehouse.matrix.}; each accessor says of its key why it cannot be meant. */
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

    private static final int SHORTEST_TOKEN = 32;
    private static final String HOW = "make one with 'openssl rand -hex 32'";
    private static final String AGENTS = "agent-";

    /** Matrix specification, appendices, server name. */
    private static final Pattern SERVER = Pattern.compile("(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");

    private static final Pattern LOCALPART = Pattern.compile("[a-z0-9._=/+-]{1,100}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,100}");
    private static final Pattern TOKEN = Pattern.compile("[!-~]+");

    private final ConfigValues values;
    private final Settings settings;

    MatrixKeys(ConfigValues values, Settings settings) {
        this.values = values;
        this.settings = settings;
    }

    boolean nameAHomeserver() {
        return values.text(HOMESERVER_URL).isPresent();
    }

    MatrixSettings settings() {
        return new MatrixSettings(
                homeserver(),
                homeserversName(),
                asToken(),
                hsToken(),
                senderLocalpart(),
                appserviceId(),
                appserviceUrl(),
                values.duration(CONNECT_TIMEOUT),
                values.duration(TIMEOUT),
                values.count(RETRIES),
                values.duration(REST),
                callsAtOnce());
    }

    /** Everything that {@link #settings()} reads, one by one. */
    List<Runnable> each() {
        return List.of(
                this::homeserver,
                this::homeserversName,
                this::asToken,
                this::hsToken,
                this::senderLocalpart,
                this::appserviceId,
                this::appserviceUrl,
                () -> values.duration(CONNECT_TIMEOUT),
                () -> values.duration(TIMEOUT),
                () -> values.count(RETRIES),
                () -> values.duration(REST),
                this::callsAtOnce);
    }

    Optional<MirrorSettings> tokenMirror() {
        MirrorSettings mirror = new MirrorSettings(values.duration(TOKEN_MIRROR_MAX_AGE));
        String wanted = values.required(TOKEN_MIRROR);
        return switch (wanted) {
            case "false" -> Optional.empty();
            case "true" -> {
                if (!nameAHomeserver()) {
                    throw new ConfigurationException(TOKEN_MIRROR + "=true needs " + HOMESERVER_URL);
                }
                yield Optional.of(mirror);
            }
            default -> throw new ConfigurationException(TOKEN_MIRROR + "=" + wanted + " is neither 'true' nor 'false'");
        };
    }

    String serverName() {
        return matching(SERVER_NAME, SERVER, "is no server name, as in example.org");
    }

    private URI homeserver() {
        return url(HOMESERVER_URL, values.required(HOMESERVER_URL));
    }

    private String homeserversName() {
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
        String localpart = matching(SENDER_LOCALPART, LOCALPART, "is no localpart of a user id: [a-z0-9._=/+-]");
        if (localpart.startsWith(AGENTS)) {
            throw new ConfigurationException(SENDER_LOCALPART + "=" + localpart + " is in the agents' namespace");
        }
        return localpart;
    }

    private String appserviceId() {
        return matching(APPSERVICE_ID, ID, "is no id of an application service: [A-Za-z0-9._~-]");
    }

    private int callsAtOnce() {
        int calls = values.count(CALLS_AT_ONCE);
        if (calls == 0) {
            throw new ConfigurationException(CALLS_AT_ONCE + "=0 would let nobody ask the homeserver");
        }
        return calls;
    }

    private URI appserviceUrl() {
        return url(APPSERVICE_URL, values.text(APPSERVICE_URL).orElseGet(settings::publicUrl));
    }

    /** In development it is made when it is first asked for, and kept in the data directory. */
    private String token(String key, String file) {
        String token = values.secret(key).orElseGet(() -> madeToken(key, file));
        if (!TOKEN.matcher(token).matches()) {
            throw new ConfigurationException(key + " holds a blank, or a character that is not ASCII");
        }
        if (settings.isProduction() && token.length() < SHORTEST_TOKEN) {
            throw new ConfigurationException(key + " is shorter than " + SHORTEST_TOKEN + " characters: " + HOW);
        }
        return token;
    }

    private String madeToken(String key, String file) {
        if (settings.isProduction()) {
            throw new ConfigurationException(key + " is not set: " + HOW);
        }
        return DevelopmentSecret.in(settings.dataDirectory(), file, HexFormat.of()::formatHex);
    }

    private String matching(String key, Pattern pattern, String complaint) {
        String text = values.required(key);
        if (!pattern.matcher(text).matches()) {
            throw new ConfigurationException(key + "=" + text + " " + complaint);
        }
        return text;
    }

    private static URI url(String key, String text) {
        try {
            URI url = new URI(text.replaceAll("/+$", ""));
            String scheme = url.getScheme();
            if (scheme != null
                    && List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new ConfigurationException(notAUrl(key), e);
        }
        throw new ConfigurationException(notAUrl(key));
    }

    /** Without the text, in which a password may stand. */
    private static String notAUrl(String key) {
        return key + " is no address of a server, as in https://matrix.example.org";
    }
}
