package io.gatehouse.contract.signin;

import io.gatehouse.contract.account.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user's profile, as shown to themselves.
 *
 * @param email as stated by the identity provider
 * @param emailVerified whether the identity provider has verified it; others see only verified addresses
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

    /** A membership in an organization; the role in upper case, such as {@code OWNER}. */
    public record Membership(UUID organizationId, String slug, String name, String role) {}
}
