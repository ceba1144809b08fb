package io.gatehouse.contract.identity;

import java.util.UUID;

/** The result of linking an account. */
public sealed interface LinkResult {

    /** The account was free and is now linked to the user, verified. */
    record Linked(UUID identityId) implements LinkResult {}

    /** The account was already linked to this user. */
    record AlreadyLinked(UUID identityId) implements LinkResult {}

    /**
     * The link is pending until the account proves that it is the user's.
     *
     * @param created false if it was pending before
     */
    record Pending(UUID identityId, boolean created) implements LinkResult {}

    /** The account is verified for another user, and the new link would be verified too. */
    record Conflict() implements LinkResult {}

    /** The user has no personal organization, or is not a member of it. */
    record NoMember() implements LinkResult {}
}
