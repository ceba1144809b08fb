package io.gatehouse.contract.signin;

import io.gatehouse.contract.account.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as they see themselves.
 *
 * @param personalOrganization null if it was archived
 */
public record Profile(
        UserId user,
        @Nullable String email,
        @Nullable String name,
        @Nullable Membership personalOrganization,
        List<Membership> memberships) {

    public Profile {
        memberships = List.copyOf(memberships);
    }

    /** A user's place in one organization; the role in upper case, as in {@code OWNER}. */
    public record Membership(UUID organizationId, String slug, String name, String role) {}
}
