package io.gatehouse.web.oauth;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;

/** The metadata of RFC 8414 section 2. There is no authorization endpoint, so there are no response types. */
record ServerMetadata(
        String issuer,
        @JsonbProperty("token_endpoint") String tokenEndpoint,
        @JsonbProperty("jwks_uri") String jwksUri,
        @JsonbProperty("introspection_endpoint") String introspectionEndpoint,
        @JsonbProperty("revocation_endpoint") String revocationEndpoint,
        @JsonbProperty("response_types_supported") List<String> responseTypes,
        @JsonbProperty("grant_types_supported") List<String> grantTypes,
        @JsonbProperty("scopes_supported") List<String> scopes,

        @JsonbProperty("token_endpoint_auth_methods_supported")
        List<String> tokenAuthMethods,

        @JsonbProperty("introspection_endpoint_auth_methods_supported")
        List<String> introspectionAuthMethods,

        @JsonbProperty("revocation_endpoint_auth_methods_supported")
        List<String> revocationAuthMethods) {

    private static final List<String> CALLER_AUTH_METHODS = List.of("client_secret_basic", "Bearer");

    static ServerMetadata of(String issuer) {
        return new ServerMetadata(
                issuer,
                issuer + "/oauth2/token",
                issuer + "/oauth2/jwks",
                issuer + "/oauth2/introspect",
                issuer + "/oauth2/revoke",
                List.of(),
                List.of(ExchangeRequest.GRANT),
                List.of("send", "type", "receive"),
                List.of("none"),
                CALLER_AUTH_METHODS,
                CALLER_AUTH_METHODS);
    }
}
