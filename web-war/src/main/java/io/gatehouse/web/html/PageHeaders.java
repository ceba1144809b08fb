package io.gatehouse.web.html;

import jakarta.ws.rs.core.Response;

/**
 * What browsers may do with a page: run our script and our style, which both stand in files, send forms to us, and nothing
 * else; no other page may frame it, and no cache keeps it.
 */
final class PageHeaders {

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final boolean secure;

    PageHeaders(String publicUrl) {
        secure = publicUrl.startsWith("https://");
    }

    Response.ResponseBuilder on(Response.ResponseBuilder answer) {
        answer.header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin") // with no-referrer, forms would lose their Origin
                .header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept-Language, Cookie");
        return secure ? answer.header("Strict-Transport-Security", "max-age=31536000") : answer;
    }
}
