package io.gatehouse.kernel.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where people sign in with their browser: the client that this deployment is at an OpenID provider. A user is issuer and
 * subject, so this should be the issuer whose tokens the API takes; it is, unless another one is named.
 *
 * @param clientSecret null for a public client, which PKCE alone protects
 * @param scopes with blanks between, {@code openid} among them
 */
public record OidcSettings(
        String issuer, String clientId, @Nullable String clientSecret, String scopes) {

    static final String ISSUER = "gatehouse.oidc.issuer";
    static final String CLIENT_ID = "gatehouse.oidc.client-id";
    static final String CLIENT_SECRET = "gatehouse.oidc.client-secret";

    private static final String TOKENS_ISSUER = "mp.jwt.verify.issuer";
    private static final String DEVELOPMENT_CLIENT = "gatehouse-page";

    /**
     * Empty where nobody signs in with a browser: in production, unless a client is named.
     *
     * @throws ConfigurationException if it cannot be meant
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
                        .map(url -> judged(ISSUER, url, settings.isProduction()))
                        .or(() -> values.text(TOKENS_ISSUER)
                                .map(url -> judged(TOKENS_ISSUER, url, settings.isProduction())))
                        .orElseGet(() -> developmentIssuer(settings)),
                clientId.get(),
                values.secret(CLIENT_SECRET).orElse(null),
                values.required("gatehouse.oidc.scopes")));
    }

    private static String judged(String key, String issuer, boolean production) {
        if (!issuer.startsWith("https://") && (production || !issuer.startsWith("http://"))) {
            throw new ConfigurationException(
                    key + "=" + Key.printable(issuer) + " is no https address of an OpenID provider");
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
