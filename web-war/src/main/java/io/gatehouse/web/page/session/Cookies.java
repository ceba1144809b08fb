package io.gatehouse.web.page.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Cookies that scripts cannot read, and that other sites can only cause to be sent by navigating the browser here. Over
 * TLS their names begin with {@code __Host-}, so that no sibling domain can set one (RFC 6265bis section 4.1.3.2).
 */
final class Cookies {

    private static final int MAX_PER_NAME = 4;

    private final boolean secure;

    Cookies(String publicUrl) {
        secure = publicUrl.toLowerCase(Locale.ROOT).startsWith("https://");
    }

    /** The values of all cookies with that name: a browser may send several and does not say which host set them. */
    List<String> values(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return List.of();
        }
        String full = full(name);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(full))
                .limit(MAX_PER_NAME)
                .map(Cookie::getValue)
                .toList();
    }

    /** A {@code Set-Cookie} header value. */
    String set(String name, String value, Duration maxAge) {
        return full(name) + "=" + value + "; Path=/; Max-Age=" + maxAge.toSeconds() + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }

    /** A {@code Set-Cookie} header value that deletes the cookie. */
    String clear(String name) {
        return set(name, "", Duration.ZERO);
    }

    private String full(String name) {
        return secure ? "__Host-" + name : name;
    }
}
