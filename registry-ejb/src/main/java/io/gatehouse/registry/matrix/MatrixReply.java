package io.gatehouse.registry.matrix;

import jakarta.json.JsonObject;
import java.time.Duration;

/** The reply to a call. */
public sealed interface MatrixReply {

    record Ok(JsonObject body) implements MatrixReply {}

    /**
     * The homeserver refuses; with status 502 or 504, another homeserver that it needs does not answer.
     *
     * @param errcode such as {@code M_FORBIDDEN}
     */
    record Failed(int status, String errcode) implements MatrixReply {}

    /**
     * The homeserver cannot be reached, is overloaded, limits the rate, or returned an invalid answer: whether it
     * executed the call is unknown.
     *
     * @param retryAfter in whole seconds, at least one
     * @param why for a person to read; contains nothing that the homeserver wrote
     */
    record Unavailable(Duration retryAfter, String why) implements MatrixReply {}

    default boolean isFailure(String errcode) {
        return this instanceof Failed failed && failed.errcode().equals(errcode);
    }
}
