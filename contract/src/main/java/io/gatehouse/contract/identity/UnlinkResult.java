package io.gatehouse.contract.identity;

/** What became of the wish to unlink an identity. */
public sealed interface UnlinkResult {

    record Unlinked() implements UnlinkResult {}

    /** There is no such active identity of this user. */
    record NotFound() implements UnlinkResult {}

    /** The identity that the user signs in with cannot be unlinked. */
    record SignInIdentity() implements UnlinkResult {}
}
