package io.gatehouse.web.edge.headers;

import jakarta.servlet.http.HttpServletResponse;

/** Response headers for reverse proxies. */
public final class ProxyHeaders {

    private ProxyHeaders() {}

    /** Makes nginx and similar proxies pass on an event stream unbuffered; by default they hold back responses. */
    public static void disableBuffering(HttpServletResponse response) {
        response.setHeader("X-Accel-Buffering", "no");
    }
}
