package io.gatehouse.dev.issuer;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

    /** They come back in the address of the client, and go into tokens: both are headers. */
    private static final int LONGEST = 2_000;

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * No client is registered here, so the way back may lead to this machine or to the deployment's own host only: to
     * anywhere else, the page would be an open redirect (RFC 9700 section 4.11).
     *
     * @param parameters the first value of each, or null
     * @param publicUrl where the deployment is reached
     * @throws InvalidAuthorizationRequest if the client must be told on a page, as there is no safe way back to it
     */
    static AuthorizationRequest from(Function<String, @Nullable String> parameters, String publicUrl)
            throws InvalidAuthorizationRequest {
        for (String name : List.of("client_id", "redirect_uri", "state", "scope", "nonce")) {
            String value = parameters.apply(name);
            if (value != null && value.length() > LONGEST) {
                throw new InvalidAuthorizationRequest(name + " is longer than " + LONGEST + " characters.");
            }
        }
        if (!"code".equals(parameters.apply("response_type"))) {
            throw new InvalidAuthorizationRequest("response_type must be code.");
        }
        String clientId = parameters.apply("client_id");
        if (clientId == null || clientId.isBlank()) {
            throw new InvalidAuthorizationRequest("client_id is missing.");
        }
        String redirectUri = parameters.apply("redirect_uri");
        if (redirectUri == null || !isNear(redirectUri, publicUrl)) {
            throw new InvalidAuthorizationRequest(
                    "redirect_uri must be an absolute http or https address on this machine or on Gatehouse's own"
                            + " host.");
        }
        String challenge = parameters.apply("code_challenge");
        if (challenge == null
                || !CHALLENGE.matcher(challenge).matches()
                || !"S256".equals(parameters.apply("code_challenge_method"))) {
            throw new InvalidAuthorizationRequest("PKCE is needed: code_challenge with code_challenge_method=S256.");
        }
        return new AuthorizationRequest(
                clientId,
                redirectUri,
                challenge,
                parameters.apply("state"),
                parameters.apply("scope"),
                parameters.apply("nonce"));
    }

    private static boolean isNear(String uri, String publicUrl) {
        try {
            URI parsed = URI.create(uri);
            String host = parsed.getHost();
            return host != null
                    && (THIS_MACHINE.contains(host)
                            || host.equals(URI.create(publicUrl).getHost()))
                    && parsed.getUserInfo() == null
                    && parsed.getFragment() == null
                    && ("http".equals(parsed.getScheme()) || "https".equals(parsed.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
