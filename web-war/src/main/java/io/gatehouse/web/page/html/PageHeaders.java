package io.gatehouse.web.page.html;

import jakarta.ws.rs.core.Response;

/**
 * The security headers of pages. A page may load our script and our style sheet, both from files, and send forms to us,
 * and nothing else. No other page may frame it, and it is not cached.
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
                .header("Referrer-Policy", "same-origin") // with no-referrer, browsers send forms with Origin: null
                .header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept-Language, Cookie");
        return secure ? answer.header("Strict-Transport-Security", "max-age=31536000") : answer;
    }
}
