package io.gatehouse.web.oauth.oidc;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A provider's metadata (OpenID Connect Discovery 1.0 section 3).
 *
 * @param endSessionEndpoint null if the provider does not support RP-initiated logout
 * @param takesBasic whether the client sends its secret in a header, which is the default, rather than in the form
 * @param namesItself whether every authorization response carries {@code iss} (RFC 9207)
 */
record ProviderMetadata(
        String issuer,
        URI authorizationEndpoint,
        URI tokenEndpoint,
        URI keys,
        @Nullable URI endSessionEndpoint,
        boolean takesBasic,
        boolean namesItself) {

    /** @throws ProviderUnavailableException if it is of another issuer, or lacks a required member */
    static ProviderMetadata from(JsonObject document, String issuer) throws ProviderUnavailableException {
        if (!issuer.equals(document.getString("issuer", ""))) {
            throw new ProviderUnavailableException("the metadata of " + issuer + " names another issuer");
        }
        boolean secure = issuer.startsWith("https://");
        String endSession = document.getString("end_session_endpoint", null);
        return new ProviderMetadata(
                issuer,
                address(document, "authorization_endpoint", secure),
                address(document, "token_endpoint", secure),
                address(document, "jwks_uri", secure),
                endSession == null ? null : address(document, "end_session_endpoint", secure),
                takesBasic(document),
                document.getBoolean("authorization_response_iss_parameter_supported", false));
    }

    /** Basic is the default (section 3); a value that is not a list of texts is ignored. */
    private static boolean takesBasic(JsonObject document) {
        return !(document.get("token_endpoint_auth_methods_supported") instanceof JsonArray methods)
                || methods.stream()
                        .anyMatch(method -> method instanceof JsonString text
                                && text.getString().equals("client_secret_basic"));
    }

    private static URI address(JsonObject document, String name, boolean secure) throws ProviderUnavailableException {
        try {
            URI uri = URI.create(document.getString(name, ""));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("https") || (!secure && scheme.equals("http")))) {
                return uri;
            }
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new ProviderUnavailableException("the provider's " + name + " is no address", e);
        }
        throw new ProviderUnavailableException("the provider's " + name + " is no address that can be used");
    }
}
