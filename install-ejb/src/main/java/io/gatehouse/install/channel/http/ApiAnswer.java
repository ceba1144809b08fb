package io.gatehouse.install.channel.http;

import io.gatehouse.kernel.json.LenientObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The outcome of a call. */
public sealed interface ApiAnswer {

    /**
     * An answer with any status.
     *
     * @param retryAfter the {@code Retry-After} header in seconds; null if it is missing
     */
    record Answered(int status, @Nullable Duration retryAfter, String body) implements ApiAnswer {

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** Returns the JSON object in the body; an empty one if there is none. */
        public LenientObject json() {
            return LenientObject.of(body);
        }

        /** Keeps the body out of logs. */
        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    /** The server did not receive the request: it was unreachable or not allowed, and nothing was written. */
    record NotSent(String why) implements ApiAnswer {}

    /** The server may have received the request: writing began, but no complete answer was read. */
    record Unknown(String why) implements ApiAnswer {}
}
