package io.gatehouse.web.page.session;

import io.gatehouse.contract.account.SignedInUser;

/** The result of a sign-in after the browser returned from the provider. */
sealed interface SignInOutcome {

    record SignedIn(SignedInUser user, boolean administrator, ReturnPath returnPath) implements SignInOutcome {}

    /** The person cancelled, or the provider refused them. */
    record Declined(ReturnPath returnPath) implements SignInOutcome {}

    /**
     * The response belongs to no recent sign-in of this browser, or is invalid.
     *
     * @param why for the operator's log
     */
    record Refused(String why, ReturnPath returnPath) implements SignInOutcome {}

    record Unavailable(ReturnPath returnPath) implements SignInOutcome {}
}
