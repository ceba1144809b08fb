package io.gatehouse.web.bridge;

import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.RegistrationResult;
import io.gatehouse.contract.registry.RegistrationResult.HostMismatch;
import io.gatehouse.contract.registry.RegistrationResult.NameTooLong;
import io.gatehouse.contract.registry.RegistrationResult.Registered;
import io.gatehouse.contract.registry.RegistrationResult.Unavailable;
import io.gatehouse.contract.registry.RegistrationResult.UserIdTaken;
import io.gatehouse.web.problem.Problem;
import io.gatehouse.web.problem.ProblemType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What hosts are told whose wish came to nothing. */
final class RegistryRefusals {

    private RegistryRefusals() {}

    static Response answer(RegistrationResult result, CallingHost caller) {
        if (result instanceof Registered registered) {
            return Response.status(registered.created() ? 201 : 200)
                    .entity(RegistrationAnswer.from(registered))
                    .header("Cache-Control", "no-store")
                    .build();
        }
        if (result instanceof HostMismatch) {
            return hostMismatch(caller).toResponse();
        }
        if (result instanceof NameTooLong) {
            return invalid("/alias", "makes, with the host, a user id of more than 255 bytes")
                    .toResponse();
        }
        if (result instanceof UserIdTaken taken) {
            return Problem.of(
                            ProblemType.AGENT_USER_ID_TAKEN,
                            "The user id " + taken.agentUserId() + " belongs to another alias and host.")
                    .toResponse();
        }
        if (result instanceof Unavailable outage) {
            return Problem.of(ProblemType.UNAVAILABLE, "The homeserver did not make the user: " + outage.why() + ".")
                    .toResponse(outage.retryAfter());
        }
        throw new IllegalStateException("no answer for " + result);
    }

    static Problem hostMismatch(CallingHost caller) {
        return Problem.of(ProblemType.HOST_MISMATCH, "This token is of the host " + caller.name() + ".");
    }

    static Problem invalid(String pointer, String why) {
        return new Problem(
                ProblemType.INVALID_BODY,
                "The errors say what is wrong with the body.",
                List.of(new Problem.Fault(pointer, why)),
                null);
    }
}
