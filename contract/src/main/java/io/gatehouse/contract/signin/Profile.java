package io.gatehouse.contract.signin;

import io.gatehouse.contract.account.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as they see themselves.
 *
 * @param email as the identity provider states it
 * @param emailVerified whether the identity provider vouches for it: no other address is told to anybody else
 * @param personalOrganization null if it was archived
 */
public record Profile(
        UserId user,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String name,
        @Nullable Membership personalOrganization,
        List<Membership> memberships) {

    public Profile {
        memberships = List.copyOf(memberships);
    }

    /** A user's place in one organization; the role in upper case, as in {@code OWNER}. */
    public record Membership(UUID organizationId, String slug, String name, String role) {}
}
