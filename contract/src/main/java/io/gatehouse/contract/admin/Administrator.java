package io.gatehouse.contract.admin;

import io.gatehouse.contract.account.UserId;

/**
 * An administrator: of the whole deployment, or of the organizations in which they are {@code OWNER} or {@code ADMIN}
 * at the time of the call.
 *
 * @param ofDeployment whether the identity provider asserts the role {@code gatehouse-admin}
 */
public record Administrator(UserId user, boolean ofDeployment) {

    /** For the audit trail. */
    public String actor() {
        return "user:" + user;
    }
}
