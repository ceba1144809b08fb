package io.gatehouse.web.oauth.auth;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parsed {@code Authorization} headers of a request (RFC 6750 section 2.1). */
sealed interface BearerHeader {

    /** No header, or another scheme, which this mechanism ignores. */
    record None() implements BearerHeader {}

    record Token(String value) implements BearerHeader {

        @Override
        public String toString() {
            return "Token[…]";
        }
    }

    record Malformed(String why) implements BearerHeader {}

    /** {@code b64token}. */
    Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    String SCHEME = "Bearer";

    static BearerHeader of(@Nullable Enumeration<String> headers) {
        List<String> values = headers == null ? List.of() : Collections.list(headers);
        if (values.isEmpty()) {
            return new None();
        }
        if (values.size() > 1) {
            return new Malformed("There is more than one Authorization header");
        }
        String value = values.get(0).strip();
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new None();
        }
        if (value.length() > SCHEME.length() && value.charAt(SCHEME.length()) != ' ') {
            return new None();
        }
        String token = value.substring(SCHEME.length()).strip();
        return token.isEmpty() ? new Malformed("There is no token after Bearer") : new Token(token);
    }

    /** Whether the text is syntactically a token. */
    static boolean isTokenText(String token) {
        return TOKEN.matcher(token).matches();
    }
}
