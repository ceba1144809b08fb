package io.gatehouse.web.page.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A servlet request with only a method, headers and cookies. */
final class BrowserRequest {

    private final String method;
    private final Map<String, String> headers = new HashMap<>();
    private final List<Cookie> cookies = new ArrayList<>();

    private BrowserRequest(String method) {
        this.method = method;
    }

    static BrowserRequest get() {
        return new BrowserRequest("GET");
    }

    static BrowserRequest of(String method) {
        return new BrowserRequest(method);
    }

    BrowserRequest with(String header, String value) {
        headers.put(header.toLowerCase(Locale.ROOT), value);
        return this;
    }

    /** Adds the cookies of {@code Set-Cookie} headers. */
    BrowserRequest withCookies(String... setCookies) {
        for (String setCookie : setCookies) {
            String[] pair = setCookie.split(";", 2)[0].split("=", 2);
            cookies.add(new Cookie(pair[0], pair[1]));
        }
        return this;
    }

    HttpServletRequest servlet() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                BrowserRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getHeader" -> headers.get(((String) arguments[0]).toLowerCase(Locale.ROOT));
                    case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
                    default -> throw new UnsupportedOperationException(called + Arrays.toString(arguments));
                });
    }
}
