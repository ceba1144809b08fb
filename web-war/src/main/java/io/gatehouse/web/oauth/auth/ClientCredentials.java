package io.gatehouse.web.oauth.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth client's credentials in HTTP Basic: id and secret are form-encoded before they are joined (RFC 6749 section
 * 2.3.1).
 */
record ClientCredentials(String id, String secret) {

    private static final String SCHEME = "Basic";
    private static final int MAX_LENGTH = 2_000;

    /** Whether a header uses the Basic scheme. */
    static boolean areIn(@Nullable String header) {
        String value = header == null ? "" : header.strip();
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (value.length() == SCHEME.length() || value.charAt(SCHEME.length()) == ' ');
    }

    /** Reads a header of the Basic scheme; empty if it does not hold an id and a secret. */
    static Optional<ClientCredentials> from(String header) {
        String encoded = header.strip().substring(SCHEME.length()).strip();
        if (encoded.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new ClientCredentials(
                            decoded(pair.substring(0, colon)), decoded(pair.substring(colon + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ClientCredentials[" + id + "]";
    }
}
