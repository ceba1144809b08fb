package io.gatehouse.web.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a browser sent a request because one of our own pages wanted it. A cookie says who the browser is signed in as;
 * it does not say whose page made it call (cross-site request forgery). Browsers tell by {@code Sec-Fetch-Site} (Fetch
 * Metadata), which no page can forge; older ones, and those on plain HTTP, by {@code Origin} (RFC 6454 section 7).
 */
public final class SameOrigin {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final String origin;

    /** @param publicUrl where people's browsers reach us */
    public SameOrigin(String publicUrl) {
        origin = originOf(URI.create(publicUrl));
    }

    /** Whether a session may be used for it. What changes nothing needs no proof: other origins cannot read the answer. */
    public boolean admits(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod())) {
            return true;
        }
        return proves(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"));
    }

    private boolean proves(@Nullable String site, @Nullable String from) {
        return site == null ? origin.equals(from) : site.equals("same-origin");
    }

    /** As browsers write it: without a port that goes without saying. */
    private static String originOf(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        String port = url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort();
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port;
    }
}
