package io.gatehouse.registry.matrix;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call of the client-server API. Every call that is built here may be repeated: it is a query, sets a state, or
 * carries a transaction id.
 *
 * @param path below {@code /_matrix/client/}, percent-encoded, with the query
 * @param body a JSON object; null if there is none
 */
public record MatrixRequest(
        String method, String path, @Nullable String body) {

    private static final Set<String> FORBIDDEN_SEGMENTS = Set.of("", ".", "..");

    public static MatrixRequest get(String... segments) {
        return new MatrixRequest("GET", path(segments), null);
    }

    public static MatrixRequest put(String body, String... segments) {
        return new MatrixRequest("PUT", path(segments), body);
    }

    public static MatrixRequest post(String body, String... segments) {
        return new MatrixRequest("POST", path(segments), body);
    }

    /** Returns this call made as that user instead of the bot (application service API, "Identity assertion"). */
    public MatrixRequest as(String userId) {
        return with("user_id", userId);
    }

    public MatrixRequest with(String parameter, String value) {
        return new MatrixRequest(
                method, path + (path.contains("?") ? "&" : "?") + encoded(parameter) + "=" + encoded(value), body);
    }

    private static String path(String... segments) {
        return Arrays.stream(segments).map(MatrixRequest::segment).collect(Collectors.joining("/"));
    }

    /** Encodes a path segment, so that an id cannot change the path. */
    private static String segment(String text) {
        if (FORBIDDEN_SEGMENTS.contains(text)) {
            throw new IllegalArgumentException("'" + text + "' would be another path");
        }
        return encoded(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Omits the body, so that messages do not appear in logs. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
