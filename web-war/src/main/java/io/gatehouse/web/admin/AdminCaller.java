package io.gatehouse.web.admin;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.web.access.Caller;
import io.gatehouse.web.access.CurrentCaller;
import io.gatehouse.web.access.Roles;
import io.gatehouse.web.problem.Problem;
import io.gatehouse.web.problem.ProblemException;
import io.gatehouse.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the resources of administrators who calls. */
@ApplicationScoped
class AdminCaller {

    @Inject
    CurrentCaller caller;

    /**
     * A token that makes a gateway of its bearer is for chat messages: it administers nothing, whoever it was given to,
     * unless the identity provider says that they administer the deployment.
     *
     * @throws ProblemException if it is such a token
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
