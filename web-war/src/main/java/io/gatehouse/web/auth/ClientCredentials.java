package io.gatehouse.web.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of an OAuth client as HTTP Basic carries them: both form-encoded before they are joined (RFC 6749 section
 * 2.3.1).
 */
record ClientCredentials(String id, String secret) {

    private static final String SCHEME = "Basic";
    private static final int LONGEST = 2_000;

    /** Whether a header is of the scheme. */
    static boolean areIn(@Nullable String header) {
        String value = header == null ? "" : header.strip();
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (value.length() == SCHEME.length() || value.charAt(SCHEME.length()) == ' ');
    }

    /** Empty if the header, which is of the scheme, does not hold a pair. */
    static Optional<ClientCredentials> from(String header) {
        String encoded = header.strip().substring(SCHEME.length()).strip();
        if (encoded.length() > LONGEST) {
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
