package io.gatehouse.install.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a call. */
public sealed interface ApiAnswer {

    /**
     * It was answered, with whatever status.
     *
     * @param retryAfter as the header of that name says in seconds; null where there is none
     */
    record Answered(int status, @Nullable Duration retryAfter, String body) implements ApiAnswer {

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** Keeps what was answered out of logs. */
        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    /** It was not heard: nobody was there, or it must not go there, and nothing of it was written. */
    record NotSent(String why) implements ApiAnswer {}

    /** It may have been heard: it began to go out, and no whole answer came. */
    record Unknown(String why) implements ApiAnswer {}
}
