package io.gatehouse.web.oauth.oidc;

import io.gatehouse.contract.account.SignedInUser;

/** The result of exchanging an authorization code. */
public sealed interface CodeExchange {

    /** @param administrator whether the provider's groups make the user an administrator */
    record SignedIn(SignedInUser user, boolean administrator) implements CodeExchange {}

    /** @param why for the operator's log; contains nothing that the provider or the browser sent */
    record Refused(String why) implements CodeExchange {}
}
