package io.gatehouse.web.edge.path;

import io.gatehouse.kernel.id.Uuids;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import java.util.UUID;

/** Ids in paths. A malformed id names nothing, so it is answered with 404. */
public final class PathIds {

    private PathIds() {}

    public static UUID of(String text, String what) {
        return Uuids.parse(text).orElseThrow(() -> new ProblemException(notFound(what)));
    }

    public static Problem notFound(String what) {
        return Problem.of(ProblemType.NOT_FOUND, "You have no such " + what + ".");
    }
}
