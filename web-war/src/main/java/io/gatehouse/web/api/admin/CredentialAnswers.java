package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.Issue;
import io.gatehouse.contract.admin.Issue.Issued;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** Answers shared by all kinds of credentials. */
final class CredentialAnswers {

    private CredentialAnswers() {}

    /** 201 with the credential's text, which is shown only here; otherwise the problem why it was not issued. */
    static Response of(Issue issue, String what, Function<Issued, ?> body) {
        return issue instanceof Issued issued
                ? Response.status(Response.Status.CREATED)
                        .entity(body.apply(issued))
                        .build()
                : AdminProblems.of(issue, what);
    }

    /** 204 if the credential is revoked now or was before; 404 if it is not found. */
    static Response ofRevocation(boolean found, String what) {
        return found ? Response.noContent().build() : AdminProblems.notFound(what);
    }
}
