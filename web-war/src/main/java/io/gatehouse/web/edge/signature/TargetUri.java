package io.gatehouse.web.edge.signature;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The target URI of a request as its sender sees it (RFC 9421 section 2.2.2): the deployment's public URL with the path
 * and query of the request. The public URL is configured rather than taken from the {@code Host} header, which any
 * proxy or client may set.
 *
 * @param authority in lower case, without a default port
 * @param path not decoded; at least a slash
 * @param query not decoded, without the question mark; empty if there is none
 */
record TargetUri(String scheme, String authority, String path, String query, boolean hasQuery) {

    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);

    /**
     * @param publicUrl without a trailing slash; its path, if any, precedes that of the request
     * @param path of the request, not decoded
     * @param query of the request, not decoded; null without a question mark
     */
    static TargetUri of(String publicUrl, String path, @Nullable String query) {
        URI base = URI.create(publicUrl);
        String scheme = base.getScheme().toLowerCase(Locale.ROOT);
        String whole = base.getRawPath() + path;
        return new TargetUri(
                scheme,
                authority(base, scheme),
                whole.isEmpty() ? "/" : whole,
                query == null ? "" : query,
                query != null);
    }

    /**
     * The same URI with its trailing question mark added or removed; null if it has a query. Servers do not report
     * whether an empty query had a question mark.
     */
    @Nullable TargetUri withOrWithoutBareQuestionMark() {
        return query.isEmpty() ? new TargetUri(scheme, authority, path, query, !hasQuery) : null;
    }

    /** Taken from the text: {@link URI#getHost} does not accept every valid host name. */
    private static String authority(URI base, String scheme) {
        String authority = base.getRawAuthority().toLowerCase(Locale.ROOT);
        String ownPort = ":" + PORTS.get(scheme);
        return authority.endsWith(ownPort) ? authority.substring(0, authority.length() - ownPort.length()) : authority;
    }

    @Override
    public String toString() {
        return scheme + "://" + authority + path + (hasQuery ? "?" + query : "");
    }
}
