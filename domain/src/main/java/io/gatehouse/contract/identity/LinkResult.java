package io.gatehouse.contract.identity;

import java.util.UUID;

/** What became of the wish to link an account. */
public sealed interface LinkResult {

    /** The account was free, or yielded, and is the user's now. */
    record Linked(UUID identityId) implements LinkResult {}

    /** The account was this user's before. */
    record AlreadyLinked(UUID identityId) implements LinkResult {}

    /** The account is verified for another user. */
    record Conflict() implements LinkResult {}

    /** The user has no personal organization, or is no member of it, to hang the account on. */
    record NoMember() implements LinkResult {}
}
