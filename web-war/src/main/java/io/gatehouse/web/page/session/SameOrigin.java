package io.gatehouse.web.page.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether one of our own pages caused a request. A cookie tells who is signed in, but not whose page made the browser
 * call (cross-site request forgery). Browsers tell that by {@code Sec-Fetch-Site} (Fetch Metadata), which pages cannot
 * forge; older browsers, and those on plain HTTP, by {@code Origin} (RFC 6454 section 7).
 */
public final class SameOrigin {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final String origin;

    /** @param publicUrl the URL under which browsers reach the deployment */
    public SameOrigin(String publicUrl) {
        origin = originOf(URI.create(publicUrl));
    }

    /**
     * Whether the session may be used for the request. Safe methods are admitted without proof: other origins cannot
     * read the answer.
     */
    public boolean admits(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod())) {
            return true;
        }
        return proves(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"));
    }

    private boolean proves(@Nullable String site, @Nullable String from) {
        return site == null ? origin.equals(from) : site.equals("same-origin");
    }

    /** In the form of the {@code Origin} header: without a default port. */
    private static String originOf(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        String port = url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort();
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port;
    }
}
