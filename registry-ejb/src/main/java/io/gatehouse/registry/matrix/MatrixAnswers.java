package io.gatehouse.registry.matrix;

import io.gatehouse.kernel.json.JsonObjects;
import io.gatehouse.registry.matrix.MatrixReply.Failed;
import io.gatehouse.registry.matrix.MatrixReply.Ok;
import io.gatehouse.registry.matrix.MatrixReply.Unavailable;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Parses what a call returned: the answer of a homeserver, of a proxy in front of it, or of something else. */
final class MatrixAnswers {

    private static final String ERRCODE = "errcode";
    private static final Pattern ERRCODES = Pattern.compile("[A-Za-z0-9_.]{1,100}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    /** If a homeserver itself sends these with an errcode, they concern a server behind it, and it works. */
    private static final Set<Integer> GATEWAY_ERRORS = Set.of(502, 504);

    private static final double MAX_WAIT_SECONDS = 3_600;

    private MatrixAnswers() {}

    /**
     * @param retryAfter the header {@code Retry-After}
     * @throws HomeserverOutageException if this is not the answer of a working homeserver
     */
    static MatrixReply read(int status, Optional<String> retryAfter, String body) {
        JsonObject json = object(body);
        Optional<String> errcode = errcode(json);
        Duration wait = waitOf(json).or(() -> waitOf(retryAfter)).orElse(HomeserverOutageException.RETRY_AFTER);
        if (status == 429) {
            return new Unavailable(wait, "it is asked too often");
        }
        if (status == 413) {
            return new Failed(status, errcode.orElse("M_TOO_LARGE"));
        }
        if (errcode.isPresent() && ((status >= 400 && status < 500) || GATEWAY_ERRORS.contains(status))) {
            return new Failed(status, errcode.get());
        }
        if (status >= 500) {
            throw new HomeserverOutageException("it answers " + status, wait);
        }
        if (status >= 200 && status < 300 && json != JsonValue.EMPTY_JSON_OBJECT && errcode.isEmpty()) {
            return new Ok(json);
        }
        throw new HomeserverOutageException(reason(status, errcode));
    }

    private static String reason(int status, Optional<String> errcode) {
        if (status >= 300 && status < 400) {
            return "it answers " + status + ", and redirects are not followed";
        }
        return errcode.isPresent()
                ? "it answers " + status + " with an error inside"
                : "it answers " + status + " and nothing that a homeserver says";
    }

    /**
     * Returns {@link JsonValue#EMPTY_JSON_OBJECT} itself if the text is not an object; an empty object in the text is a
     * different instance.
     */
    private static JsonObject object(String text) {
        try {
            return JsonObjects.read(text);
        } catch (JsonException e) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    private static Optional<String> errcode(JsonObject json) {
        if (!json.containsKey(ERRCODE)) {
            return Optional.empty();
        }
        return json.get(ERRCODE) instanceof JsonString errcode
                        && ERRCODES.matcher(errcode.getString()).matches()
                ? Optional.of(errcode.getString())
                : Optional.of("M_UNKNOWN");
    }

    private static Optional<Duration> waitOf(JsonObject json) {
        return json.get("retry_after_ms") instanceof JsonNumber milliseconds
                ? Optional.of(wholeSeconds(milliseconds.doubleValue() / 1_000))
                : Optional.empty();
    }

    private static Optional<Duration> waitOf(Optional<String> retryAfter) {
        return retryAfter
                .map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> wholeSeconds(Double.parseDouble(text)));
    }

    /** Rounds up, so that a caller that waits this long does not retry too early. */
    private static Duration wholeSeconds(double seconds) {
        return Duration.ofSeconds((long) Math.ceil(Math.min(Math.max(seconds, 1), MAX_WAIT_SECONDS)));
    }
}
