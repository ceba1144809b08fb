package io.gatehouse.web.api.bridge;

import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.HeartbeatResult;
import io.gatehouse.contract.registry.HeartbeatResult.GenerationRetired;
import io.gatehouse.contract.registry.HeartbeatResult.Renewed;
import io.gatehouse.contract.registry.HostRefusal;
import io.gatehouse.contract.registry.HostRefusal.HostMismatch;
import io.gatehouse.contract.registry.RegistrationResult;
import io.gatehouse.contract.registry.RegistrationResult.NameTooLong;
import io.gatehouse.contract.registry.RegistrationResult.Registered;
import io.gatehouse.contract.registry.RegistrationResult.Unavailable;
import io.gatehouse.contract.registry.RegistrationResult.UserIdTaken;
import io.gatehouse.contract.registry.RevocationResult;
import io.gatehouse.contract.registry.RevocationResult.Revoked;
import io.gatehouse.contract.registry.SnapshotResult;
import io.gatehouse.contract.registry.SnapshotResult.Drift;
import io.gatehouse.contract.registry.SnapshotResult.MassRetire;
import io.gatehouse.contract.registry.SnapshotResult.Succeeded;
import io.gatehouse.contract.registry.UnknownGeneration;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Problems answered to hosts. */
final class RegistryProblems {

    private RegistryProblems() {}

    static Response answer(RegistrationResult result, CallingHost caller) {
        if (result instanceof Registered registered) {
            return Response.status(registered.created() ? 201 : 200)
                    .entity(RegistrationAnswer.from(registered))
                    .header("Cache-Control", "no-store")
                    .build();
        }
        if (result instanceof HostRefusal refusal) {
            return refusal(refusal, caller).toResponse();
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

    static Response answer(RevocationResult result, CallingHost caller) {
        if (result instanceof Revoked revoked) {
            return Response.ok(new RevocationAnswer(revoked.tokens())).build();
        }
        if (result instanceof HostRefusal refusal) {
            return refusal(refusal, caller).toResponse();
        }
        throw new IllegalStateException("no answer for " + result);
    }

    static Response answer(HeartbeatResult result, CallingHost caller) {
        if (result instanceof Renewed renewed) {
            return Response.ok(HeartbeatAnswer.from(renewed)).build();
        }
        if (result instanceof GenerationRetired) {
            return Problem.of(
                            ProblemType.GENERATION_RETIRED,
                            "That registration is retired, or its agent registered again since: register anew.")
                    .toResponse();
        }
        if (result instanceof UnknownGeneration unknown) {
            return unknownGeneration(unknown);
        }
        if (result instanceof HostRefusal refusal) {
            return refusal(refusal, caller).toResponse();
        }
        throw new IllegalStateException("no answer for " + result);
    }

    static Response answer(SnapshotResult result, CallingHost caller) {
        if (result instanceof Drift drift) {
            return Response.ok(DriftAnswer.from(drift)).build();
        }
        if (result instanceof MassRetire mass) {
            return Problem.of(
                            ProblemType.MASS_RETIRE,
                            "It would retire " + mass.retiring() + " of " + mass.of()
                                    + " agents. Nothing has changed; force=true does it.")
                    .toResponse();
        }
        if (result instanceof Succeeded succeeded) {
            return Problem.of(
                            ProblemType.GENERATION_RETIRED,
                            "A snapshot of the later generation " + succeeded.generation()
                                    + " was taken before. Nothing has changed.")
                    .toResponse();
        }
        if (result instanceof UnknownGeneration unknown) {
            return unknownGeneration(unknown);
        }
        if (result instanceof HostRefusal refusal) {
            return refusal(refusal, caller).toResponse();
        }
        throw new IllegalStateException("no answer for " + result);
    }

    static Problem refusal(HostRefusal refusal, CallingHost caller) {
        return refusal instanceof HostMismatch
                ? Problem.of(ProblemType.HOST_MISMATCH, "This token is of the host " + caller.name() + ".")
                : Problem.of(ProblemType.UNKNOWN_HOST, "There is no such host in the token's organization.");
    }

    private static Response unknownGeneration(UnknownGeneration unknown) {
        return invalid("/generation", "is none of this host's, whose last is " + unknown.latest())
                .toResponse();
    }

    private static Problem invalid(String pointer, String why) {
        return new Problem(
                ProblemType.INVALID_BODY,
                "The errors say what is wrong with the body.",
                List.of(new Problem.Fault(pointer, why)),
                null);
    }
}
