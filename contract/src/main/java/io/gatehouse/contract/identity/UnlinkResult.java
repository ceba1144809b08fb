package io.gatehouse.contract.identity;

/** The result of unlinking an identity. */
public sealed interface UnlinkResult {

    record Unlinked() implements UnlinkResult {}

    /** The user has no such active identity. */
    record NotFound() implements UnlinkResult {}

    /** The identity that the user signs in with cannot be unlinked. */
    record SignInIdentity() implements UnlinkResult {}
}
