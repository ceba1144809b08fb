package io.gatehouse.web.admin;

import io.gatehouse.contract.admin.Issue;
import io.gatehouse.contract.admin.Issue.Issued;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** What is answered alike about every kind of credential. */
final class CredentialAnswers {

    private CredentialAnswers() {}

    /** 201 with the credential's text, which stands nowhere else; or why there is none. */
    static Response of(Issue issue, String what, Function<Issued, ?> body) {
        return issue instanceof Issued issued
                ? Response.status(Response.Status.CREATED)
                        .entity(body.apply(issued))
                        .build()
                : AdminProblems.of(issue, what);
    }

    /** 204 where it is revoked now, or was before. */
    static Response ofRevocation(boolean found, String what) {
        return found ? Response.noContent().build() : AdminProblems.notFound(what);
    }
}
