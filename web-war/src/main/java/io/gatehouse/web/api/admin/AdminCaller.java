package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.access.CurrentCaller;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives administration resources their caller. */
@ApplicationScoped
class AdminCaller {

    @Inject
    CurrentCaller caller;

    /**
     * The calling administrator. A token with the role of a gateway is for chat messages and administers nothing,
     * unless its groups also grant the role of a deployment administrator.
     *
     * @throws ProblemException 403 for such a token
     */
    Administrator get() {
        Caller calling = caller.get();
        boolean ofDeployment = calling != null && calling.roles().contains(Roles.ADMIN);
        if (!ofDeployment && calling != null && calling.roles().contains(Roles.GATEWAY)) {
            throw new ProblemException(
                    Problem.of(ProblemType.FORBIDDEN, "A gateway's credentials do not administer anything."));
        }
        return new Administrator(caller.userId(), ofDeployment);
    }
}
