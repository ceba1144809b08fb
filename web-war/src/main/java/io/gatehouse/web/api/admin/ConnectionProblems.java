package io.gatehouse.web.api.admin;

import io.gatehouse.contract.connection.ConnectionResult;
import io.gatehouse.contract.connection.ConnectionResult.Done;
import io.gatehouse.contract.connection.ConnectionResult.Invalid;
import io.gatehouse.contract.connection.ConnectionResult.Unknown;
import io.gatehouse.contract.connection.ConnectionResult.UnknownTemplate;
import io.gatehouse.web.edge.path.PathIds;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.ws.rs.core.Response;

/** Problems answered when a connection cannot be created or changed. */
final class ConnectionProblems {

    static final String CONNECTION = "connection";

    private ConnectionProblems() {}

    static Response answer(ConnectionResult result, int status) {
        if (result instanceof Done done) {
            return Response.status(status)
                    .entity(ConnectionAnswer.from(done.connection()))
                    .build();
        }
        if (result instanceof Invalid invalid) {
            return new Problem(
                            ProblemType.INVALID_BODY,
                            "The errors say what is wrong with the body.",
                            invalid.faults().stream()
                                    .map(fault -> new Problem.Fault("/" + fault.field(), fault.why()))
                                    .toList(),
                            null)
                    .toResponse();
        }
        if (result instanceof UnknownTemplate) {
            return Problem.of(ProblemType.UNKNOWN_SLUG, "You have no such template.")
                    .toResponse();
        }
        if (result instanceof Unknown) {
            return PathIds.notFound(CONNECTION).toResponse();
        }
        throw new IllegalStateException("no answer for " + result);
    }
}
