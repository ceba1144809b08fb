package io.gatehouse.blackbox.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A running Gatehouse, seen from outside. Each method returns a caller; see {@link Caller} for the calls. */
public final class Gatehouse {

    /** The token for every host that the servers of {@code EveryServer} are configured with. */
    public static final String HOST_TOKEN = "mhst_black-box-tests-every-host";

    /** The homeserver's token. The servers' own configuration would take parts of it for expressions. */
    public static final String HS_TOKEN = "hs-$$0123456789${abcdef}0123456789abcdef";

    private final URI baseUri;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public Gatehouse(URI baseUri) {
        this.baseUri = baseUri;
    }

    public URI baseUri() {
        return baseUri;
    }

    /** The issuer stated in its metadata. */
    public String issuer() {
        return anyone().get("/.well-known/oauth-authorization-server")
                .expecting(200)
                .json()
                .getString("issuer");
    }

    /** A caller without a credential. */
    public Caller anyone() {
        return new Caller(http, baseUri, null);
    }

    /** A caller with this bearer token, valid or not. */
    public Caller bearing(String token) {
        return new Caller(http, baseUri, token);
    }

    /** A host that may act for every host. */
    public Caller host() {
        return bearing(HOST_TOKEN);
    }

    /** The homeserver. */
    public Caller homeserver() {
        return bearing(HS_TOKEN);
    }

    /** A user of the development issuer; any name creates one. */
    public Caller signedIn(String username) {
        return bearing(tokenFor(Map.of("username", username)));
    }

    /** A new user. */
    public Caller newcomer() {
        return signedIn("user-" + UUID.randomUUID());
    }

    /** An administrator of the deployment. */
    public Caller administrator() {
        return signedIn("admin");
    }

    /** A browser without a session. */
    public Browser browser() {
        return new Browser(http, baseUri);
    }

    /** A gateway, which submits chat messages and looks up routes. */
    public Caller gateway() {
        return bearing(tokenFor(Map.of("username", "gateway", "scope", "chat:claim")));
    }

    /** A token of the development issuer for the form fields of {@code POST /dev/token}. */
    public String tokenFor(Map<String, String> form) {
        return anyone().postForm("/dev/token", form).expecting(200).json().getString("access_token");
    }
}
