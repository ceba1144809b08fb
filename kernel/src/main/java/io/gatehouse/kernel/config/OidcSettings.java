package io.gatehouse.kernel.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID provider that people sign in at with a browser, and this deployment's client there. A user is identified
 * by issuer and subject, so this should be the issuer whose tokens the API accepts; that is the default.
 *
 * @param clientSecret null for a public client, which only PKCE protects
 * @param scopes separated by blanks, including {@code openid}
 */
public record OidcSettings(
        String issuer, String clientId, @Nullable String clientSecret, String scopes) {

    static final String ISSUER = "gatehouse.oidc.issuer";
    static final String CLIENT_ID = "gatehouse.oidc.client-id";
    static final String CLIENT_SECRET = "gatehouse.oidc.client-secret";

    private static final String TOKENS_ISSUER = "mp.jwt.verify.issuer";
    private static final String DEVELOPMENT_CLIENT = "gatehouse-page";

    /**
     * Returns the settings; empty if browser sign-in is off: in production, unless a client is configured.
     *
     * @throws ConfigurationException if they are invalid
     */
    public static Optional<OidcSettings> from(Settings settings) {
        ConfigValues values = settings.values();
        Optional<String> clientId = values.text(CLIENT_ID);
        if (clientId.isEmpty() && (values.isSet(ISSUER) || values.isSet(CLIENT_SECRET))) {
            throw new ConfigurationException(
                    CLIENT_ID + " is not set: name the client that the OpenID provider knows this deployment as");
        }
        if (clientId.isEmpty()) {
            return settings.isProduction()
                    ? Optional.empty()
                    : Optional.of(new OidcSettings(
                            settings.developmentIssuer(),
                            DEVELOPMENT_CLIENT,
                            null,
                            values.required("gatehouse.oidc.scopes")));
        }
        return Optional.of(new OidcSettings(
                values.text(ISSUER)
                        .map(url -> requireHttps(ISSUER, url, settings.isProduction()))
                        .or(() -> values.text(TOKENS_ISSUER)
                                .map(url -> requireHttps(TOKENS_ISSUER, url, settings.isProduction())))
                        .orElseGet(() -> developmentIssuer(settings)),
                clientId.get(),
                values.secret(CLIENT_SECRET).orElse(null),
                values.required("gatehouse.oidc.scopes")));
    }

    private static String requireHttps(String key, String issuer, boolean production) {
        if (!issuer.startsWith("https://") && (production || !issuer.startsWith("http://"))) {
            throw new ConfigurationException(
                    key + "=" + Key.printable(issuer) + " is not an https address of an OpenID provider");
        }
        return issuer;
    }

    private static String developmentIssuer(Settings settings) {
        if (settings.isProduction()) {
            throw new ConfigurationException(ISSUER + " is not set: name the OpenID provider of " + CLIENT_ID);
        }
        return settings.developmentIssuer();
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
