package io.gatehouse.web.api.message;

import io.gatehouse.contract.message.SendResult;
import io.gatehouse.contract.message.SendResult.Forbidden;
import io.gatehouse.contract.message.SendResult.Sent;
import io.gatehouse.contract.message.SendResult.TooLarge;
import io.gatehouse.contract.message.SendResult.TransactionReused;
import io.gatehouse.contract.message.SendResult.Unavailable;
import io.gatehouse.contract.message.SendResult.UnknownRoom;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** Problems answered to a message or typing notice that was refused. */
final class SendProblems {

    private SendProblems() {}

    static Response answer(SendResult result, Function<Sent, Object> done) {
        if (result instanceof Sent sent) {
            return Response.ok(done.apply(sent)).build();
        }
        if (result instanceof Unavailable outage) {
            return Problem.of(ProblemType.UNAVAILABLE, "The homeserver cannot be reached: " + outage.why() + ".")
                    .toResponse(outage.retryAfter());
        }
        return refusal(result).toResponse();
    }

    private static Problem refusal(SendResult result) {
        if (result instanceof TransactionReused) {
            return Problem.of(ProblemType.TXN_ID_REUSED, "This txn_id stands for another message of this agent.");
        }
        if (result instanceof TooLarge) {
            return Problem.of(
                    ProblemType.BODY_TOO_LARGE,
                    "As an event, with what the homeserver adds, the message is larger than 65,536 bytes.");
        }
        if (result instanceof UnknownRoom room) {
            return Problem.of(ProblemType.UNKNOWN_ROOM, "The room cannot be found: " + room.why() + ".");
        }
        if (result instanceof Forbidden forbidden) {
            return Problem.of(ProblemType.FORBIDDEN, "The agent may not do this here: " + forbidden.why() + ".");
        }
        throw new IllegalStateException("no answer for " + result);
    }
}
