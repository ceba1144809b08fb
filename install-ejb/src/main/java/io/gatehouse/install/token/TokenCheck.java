package io.gatehouse.install.token;

import java.time.Instant;

/** The result of verifying an install token. A refusal is a value, not an exception: it is answered in the chat. */
public sealed interface TokenCheck {

    /** Genuine, of this deployment, and not expired. Only the claim determines whether it is already spent. */
    record Valid(InstallClaim claim) implements TokenCheck {}

    /** Genuine, but expired. */
    record Expired(Instant expiresAt) implements TokenCheck {}

    /** Not a token of this deployment. The reason is for operators: senders only learn that the token is invalid. */
    record Invalid(Reason reason) implements TokenCheck {}

    /** Why a token is invalid, in the order of the checks. */
    enum Reason {
        /** Too long, or not in the form of a token. */
        MALFORMED,
        /**
         * The mac was not made with one of our keys: the token was altered, or was signed with another key, or, in
         * compact form, for another deployment.
         */
        BAD_MAC,
        /** The mac is valid, but the payload is not that of an install token. */
        WRONG_TYPE,
        /** The mac is valid, but the token is for another deployment. */
        WRONG_AUDIENCE
    }
}
