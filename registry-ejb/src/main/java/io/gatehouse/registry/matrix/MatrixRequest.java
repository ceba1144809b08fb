package io.gatehouse.registry.matrix;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call of the client-server API. Every one that is made here may be made again: it is a question, says how something
 * shall be, or carries a transaction id.
 *
 * @param path under {@code /_matrix/client/}, percent-encoded, with the query
 * @param body a JSON object; null where there is none
 */
public record MatrixRequest(
        String method, String path, @Nullable String body) {

    private static final Set<String> NO_SEGMENTS = Set.of("", ".", "..");

    public static MatrixRequest get(String... segments) {
        return new MatrixRequest("GET", path(segments), null);
    }

    public static MatrixRequest put(String body, String... segments) {
        return new MatrixRequest("PUT", path(segments), body);
    }

    public static MatrixRequest post(String body, String... segments) {
        return new MatrixRequest("POST", path(segments), body);
    }

    /** As that user of ours, and not as the bot (application service API, identity assertion). */
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

    /** So that nothing in an id can be another path. */
    private static String segment(String text) {
        if (NO_SEGMENTS.contains(text)) {
            throw new IllegalArgumentException("'" + text + "' would be another path");
        }
        return encoded(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Keeps what people say out of logs. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
