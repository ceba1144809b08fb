package io.gatehouse.web.dev;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of the authorization endpoint (RFC 6749 section 4.1.1, RFC 7636).
 *
 * @param challenge PKCE's, made by S256: plain challenges are not taken
 */
record AuthorizationRequest(
        String clientId,
        String redirectUri,
        String challenge,
        @Nullable String state,
        @Nullable String scope,
        @Nullable String nonce) {

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** @throws InvalidAuthorizationRequest if the client must be told on a page, as there is no safe way back to it */
    static AuthorizationRequest from(MultivaluedMap<String, String> parameters) throws InvalidAuthorizationRequest {
        if (!"code".equals(parameters.getFirst("response_type"))) {
            throw new InvalidAuthorizationRequest("response_type must be code.");
        }
        String clientId = parameters.getFirst("client_id");
        if (clientId == null || clientId.isBlank()) {
            throw new InvalidAuthorizationRequest("client_id is missing.");
        }
        String redirectUri = parameters.getFirst("redirect_uri");
        if (redirectUri == null || !isHttp(redirectUri)) {
            throw new InvalidAuthorizationRequest("redirect_uri must be an absolute http or https address.");
        }
        String challenge = parameters.getFirst("code_challenge");
        if (challenge == null
                || !CHALLENGE.matcher(challenge).matches()
                || !"S256".equals(parameters.getFirst("code_challenge_method"))) {
            throw new InvalidAuthorizationRequest("PKCE is needed: code_challenge with code_challenge_method=S256.");
        }
        return new AuthorizationRequest(
                clientId,
                redirectUri,
                challenge,
                parameters.getFirst("state"),
                parameters.getFirst("scope"),
                parameters.getFirst("nonce"));
    }

    private static boolean isHttp(String uri) {
        try {
            URI parsed = URI.create(uri);
            return parsed.getHost() != null
                    && parsed.getFragment() == null
                    && ("http".equals(parsed.getScheme()) || "https".equals(parsed.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
