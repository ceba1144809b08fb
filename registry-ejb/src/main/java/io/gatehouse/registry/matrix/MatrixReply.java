package io.gatehouse.registry.matrix;

import jakarta.json.JsonObject;
import java.time.Duration;

/** What became of a call. */
public sealed interface MatrixReply {

    record Ok(JsonObject body) implements MatrixReply {}

    /**
     * The homeserver will not, or with status 502 and 504, another that it would need does not answer it.
     *
     * @param errcode as in {@code M_FORBIDDEN}
     */
    record Failed(int status, String errcode) implements MatrixReply {}

    /**
     * It cannot be reached, is overloaded, asks for patience, or answers what cannot be meant: whether it did what it
     * was asked for is unknown.
     *
     * @param retryAfter in whole seconds, at least one
     * @param why for a person; holds nothing that the homeserver wrote
     */
    record Unavailable(Duration retryAfter, String why) implements MatrixReply {}

    default boolean isFailure(String errcode) {
        return this instanceof Failed failed && failed.errcode().equals(errcode);
    }
}
