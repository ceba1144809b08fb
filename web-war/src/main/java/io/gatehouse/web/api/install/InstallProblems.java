package io.gatehouse.web.api.install;

import io.gatehouse.contract.install.InstallResult;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.ws.rs.core.Response;

/** The answer for each result of an install. */
public final class InstallProblems {

    private InstallProblems() {}

    public static Response answer(InstallResult result) {
        if (result instanceof InstallResult.Installed installed) {
            return Response.ok(InstallAnswer.from(installed)).build();
        }
        return refusal(result).toResponse();
    }

    static Problem unknownTemplate() {
        return Problem.of(
                ProblemType.UNKNOWN_SLUG, "No public organization publishes a template under this name or id.");
    }

    static Problem notInstallable(String why) {
        return Problem.of(ProblemType.NOT_INSTALLABLE, why);
    }

    private static Problem refusal(InstallResult result) {
        if (result instanceof InstallResult.NotInstallable refused) {
            return notInstallable(refused.why());
        }
        if (result instanceof InstallResult.SlugCollision collision) {
            return Problem.of(
                    ProblemType.SLUG_COLLISION,
                    "Your organization has a " + collision.kind() + " '" + collision.slug()
                            + "' of its own; rename or remove it, then install again.");
        }
        if (result instanceof InstallResult.NoPersonalOrganization) {
            return Problem.of(ProblemType.NO_PERSONAL_ORG, "You have no personal organization to install into.");
        }
        return result instanceof InstallResult.UnknownAgent
                ? Problem.of(ProblemType.NOT_FOUND, "You have no such agent.")
                : unknownTemplate();
    }
}
