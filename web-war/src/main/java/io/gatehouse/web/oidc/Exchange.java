package io.gatehouse.web.oidc;

import io.gatehouse.contract.account.SignedInUser;

/** What became of the exchange of an authorization code. */
public sealed interface Exchange {

    /** @param administrator whether the provider's groups say so */
    record SignedIn(SignedInUser user, boolean administrator) implements Exchange {}

    /** @param why for the operator's log; holds nothing that the provider or the browser sent */
    record Refused(String why) implements Exchange {}
}
