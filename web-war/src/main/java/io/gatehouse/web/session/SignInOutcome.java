package io.gatehouse.web.session;

import io.gatehouse.contract.account.SignedInUser;

/** What became of a sign-in when the browser came back from the provider. */
sealed interface SignInOutcome {

    record SignedIn(SignedInUser user, boolean administrator, ReturnPath returnPath) implements SignInOutcome {}

    /** The person turned back, or the provider did not let them in. */
    record Declined(ReturnPath returnPath) implements SignInOutcome {}

    /**
     * The answer belongs to no sign-in of this browser, or not to one of the last minutes, or does not hold.
     *
     * @param why for the operator's log
     */
    record Refused(String why, ReturnPath returnPath) implements SignInOutcome {}

    record Unavailable(ReturnPath returnPath) implements SignInOutcome {}
}
