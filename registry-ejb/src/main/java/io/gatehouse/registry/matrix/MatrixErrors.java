package io.gatehouse.registry.matrix;

import io.gatehouse.registry.matrix.MatrixReply.Failed;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Unavailable;
import java.time.Duration;
import java.util.Set;

/** Translates calls that failed into the terms of the port, which does not know Matrix. */
final class MatrixErrors {

    static final String FORBIDDEN = "M_FORBIDDEN";

    /** Error codes of homeservers that cannot determine the room's server or parse its id. */
    private static final Set<String> NO_ROOM = Set.of("M_UNKNOWN", "M_NOT_FOUND", "M_INVALID_PARAM");

    /** Calls that need an operator's action are retried, but not soon. */
    private static final Duration RETRY_AFTER_OPERATOR_FIX = Duration.ofMinutes(1);

    private MatrixErrors() {}

    /** @param reply any reply except success */
    static <T> HomeserverAnswer<T> of(MatrixReply reply) {
        if (reply instanceof MatrixReply.Unavailable outage) {
            return new Unavailable<>(outage.retryAfter(), outage.why());
        }
        if (!(reply instanceof Failed failed)) {
            throw new IllegalArgumentException("a success is not an error");
        }
        if (failed.status() >= 500) {
            return new Unavailable<>(HomeserverOutageException.RETRY_AFTER, "another homeserver does not answer it");
        }
        return switch (failed.errcode()) {
            case FORBIDDEN ->
                new Refused<>(Reason.FORBIDDEN, "the homeserver does not allow the agent to do that there");
            case "M_NOT_FOUND" -> new Refused<>(Reason.UNKNOWN_ROOM, "the homeserver knows no such room");
            case "M_TOO_LARGE" -> new Refused<>(Reason.EVENT_TOO_LARGE, "an event is at most 65,536 bytes");
            case "M_EXCLUSIVE" ->
                new Refused<>(
                        Reason.FORBIDDEN,
                        "the user id is outside of the namespace that the homeserver gave to Gatehouse; it needs the"
                                + " registration file of this configuration");
            case "M_UNKNOWN_TOKEN", "M_MISSING_TOKEN" ->
                new Unavailable<>(RETRY_AFTER_OPERATOR_FIX, "it does not know the as_token of Gatehouse");
            case "M_UNRECOGNIZED" -> new Unavailable<>(RETRY_AFTER_OPERATOR_FIX, "it does not know the call");
            default -> new Refused<>(Reason.FORBIDDEN, "the homeserver answers " + failed.errcode());
        };
    }

    /** Translates a failed attempt to join a room. */
    static <T> HomeserverAnswer<T> ofEntry(MatrixReply reply) {
        if (reply.isFailure(FORBIDDEN)) {
            return new Refused<>(
                    Reason.NOT_IN_ROOM,
                    "the agent is not in the room: it must be invited, or Gatehouse's bot, which then invites it");
        }
        return reply instanceof Failed failed && failed.status() < 500 && NO_ROOM.contains(failed.errcode())
                ? new Refused<>(Reason.UNKNOWN_ROOM, "the homeserver knows no such room")
                : of(reply);
    }
}
