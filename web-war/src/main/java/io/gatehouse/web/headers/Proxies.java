package io.gatehouse.web.headers;

import jakarta.servlet.http.HttpServletResponse;

/** What proxies in front are told about an answer. */
public final class Proxies {

    private Proxies() {}

    /** Of a stream of events: that they are to be passed on as they come. Nginx and its like hold answers back until told so. */
    public static void passOnAtOnce(HttpServletResponse response) {
        response.setHeader("X-Accel-Buffering", "no");
    }
}
