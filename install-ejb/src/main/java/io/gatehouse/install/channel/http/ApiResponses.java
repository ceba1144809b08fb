package io.gatehouse.install.channel.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** Reads responses. A body longer than the limit is truncated. */
final class ApiResponses {

    private static final int MAX_BODY_BYTES = 256 * 1024;
    private static final Duration MAX_RETRY_AFTER = Duration.ofDays(1);

    private ApiResponses() {}

    /** Does not close the body: closing would read the part beyond the limit. */
    static ApiAnswer.Answered read(ClassicHttpResponse response) throws IOException {
        return new ApiAnswer.Answered(response.getCode(), retryAfter(response), body(response));
    }

    private static String body(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return "";
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        InputStream in = response.getEntity().getContent();
        for (int read = in.read(buffer); read >= 0; read = body.size() < MAX_BODY_BYTES ? in.read(buffer) : -1) {
            body.write(buffer, 0, read);
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    /** Reads the form in seconds only (RFC 9110 section 10.2.3); platforms do not send dates. */
    private static @Nullable Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        String seconds = header == null ? null : header.getValue().strip();
        if (seconds == null || !seconds.matches("\\d{1,9}")) {
            return null;
        }
        Duration wait = Duration.ofSeconds(Long.parseLong(seconds));
        return wait.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : wait;
    }
}
