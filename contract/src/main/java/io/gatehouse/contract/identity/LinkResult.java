package io.gatehouse.contract.identity;

import java.util.UUID;

/** What became of the wish to link an account. */
public sealed interface LinkResult {

    /** The account was free and is the user's now, verified. */
    record Linked(UUID identityId) implements LinkResult {}

    /** The account was this user's before. */
    record AlreadyLinked(UUID identityId) implements LinkResult {}

    /**
     * The account waits to prove that it is the user's.
     *
     * @param created false if it waited before
     */
    record Pending(UUID identityId, boolean created) implements LinkResult {}

    /** The account is verified for another user, and the link was to be verified too. */
    record Conflict() implements LinkResult {}

    /** The user has no personal organization, or is no member of it, to hang the account on. */
    record NoMember() implements LinkResult {}
}
