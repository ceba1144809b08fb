package io.gatehouse.install.token;

import java.time.Instant;

/** What became of checking an install token. A refusal is a value: chat answers it, it is no failure. */
public sealed interface TokenCheck {

    /** Genuine, of this deployment, and not expired. Whether it was spent already only the claim can tell. */
    record Valid(InstallClaim claim) implements TokenCheck {}

    /** Genuine, and too late. */
    record Expired(Instant expiresAt) implements TokenCheck {}

    /** Not a token of ours. The reason is for operators: people only learn that the token is invalid. */
    record Invalid(Reason reason) implements TokenCheck {}

    /** Why a token is not ours, in the order in which it is checked. */
    enum Reason {
        /** Too long, or not in the shape of a token. */
        MALFORMED,
        /** No key of ours made this mac: altered, of another key, or of another deployment in compact form. */
        BAD_MAC,
        /** The mac is ours, and the payload is not an install token's. */
        WRONG_TYPE,
        /** The mac is ours, and the token is for another deployment. */
        WRONG_AUDIENCE
    }
}
