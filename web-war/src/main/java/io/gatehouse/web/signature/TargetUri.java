package io.gatehouse.web.signature;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a request is sent to, as its sender sees it (RFC 9421 section 2.2.2): the address that this deployment is
 * reached at, and the path and query of the request as they stand in it. The address is configured and never taken from
 * the request, whose {@code Host} any proxy or client may write.
 *
 * @param authority in lower case, without the scheme's own port
 * @param path not decoded; at least a slash
 * @param query not decoded, without the question mark; empty where there is none
 */
record TargetUri(String scheme, String authority, String path, String query, boolean hasQuery) {

    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);

    /**
     * @param publicUrl without a slash at its end; what path it has stands before the request's
     * @param path of the request, not decoded
     * @param query of the request, not decoded; null where there is no question mark
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
     * The same with a question mark and nothing after it, or without it; null where that would be another request. Servers
     * do not say whether there was one.
     */
    @Nullable TargetUri withOrWithoutBareQuestionMark() {
        return query.isEmpty() ? new TargetUri(scheme, authority, path, query, !hasQuery) : null;
    }

    /** As it is written, for the names of machines are more than {@link URI#getHost} takes for a host. */
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
