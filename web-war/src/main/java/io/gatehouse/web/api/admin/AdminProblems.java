package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.HostCreation;
import io.gatehouse.contract.admin.HostCreation.NameTaken;
import io.gatehouse.contract.admin.HostCreation.OrganizationMissing;
import io.gatehouse.contract.admin.HostCreation.PersonalOrganization;
import io.gatehouse.contract.admin.HostCreation.UnknownOrganization;
import io.gatehouse.contract.admin.Issue;
import io.gatehouse.contract.admin.Issue.Ended;
import io.gatehouse.contract.admin.Issue.NotAllowed;
import io.gatehouse.contract.admin.Issue.NotFound;
import io.gatehouse.web.edge.path.PathIds;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Problems that the administration API answers with. */
final class AdminProblems {

    static final String HOST = "host";
    static final String AGENT = "agent";
    static final String TOKEN = "token";
    static final String SIGNING_KEY = "signing key";
    static final String ORGANIZATION = "organization";

    private AdminProblems() {}

    static Response notFound(String what) {
        return PathIds.notFound(what).toResponse();
    }

    static Response of(HostCreation creation) {
        if (creation instanceof NameTaken) {
            return Problem.of(ProblemType.HOST_NAME_TAKEN, "The deployment has a host of this name.")
                    .toResponse();
        }
        if (creation instanceof UnknownOrganization) {
            return notFound(ORGANIZATION);
        }
        if (creation instanceof OrganizationMissing) {
            return new Problem(
                            ProblemType.INVALID_BODY,
                            "The errors say what is wrong with the body.",
                            List.of(new Problem.Fault("/organization", "is missing")),
                            null)
                    .toResponse();
        }
        if (creation instanceof PersonalOrganization) {
            return Problem.of(
                            ProblemType.FORBIDDEN,
                            "Only an administrator of the deployment makes hosts of a personal organization.")
                    .toResponse();
        }
        throw new IllegalStateException("no answer for " + creation);
    }

    /** @param what the kind of credential that was not issued */
    static Response of(Issue issue, String what) {
        if (issue instanceof NotFound) {
            return notFound(what);
        }
        if (issue instanceof NotAllowed refusal) {
            return Problem.of(ProblemType.FORBIDDEN, refusal.why()).toResponse();
        }
        if (issue instanceof Ended) {
            return Problem.of(ProblemType.CONFLICT, "This token is revoked, expired, or was replaced a moment ago.")
                    .toResponse();
        }
        throw new IllegalStateException("no answer for " + issue);
    }
}
