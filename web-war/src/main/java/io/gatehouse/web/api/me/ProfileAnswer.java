package io.gatehouse.web.api.me;

import io.gatehouse.contract.signin.Profile;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The user's own profile. */
record ProfileAnswer(
        String userId,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String name,
        @Nullable Membership personalOrganization,
        List<Membership> memberships) {

    static ProfileAnswer from(Profile profile) {
        Profile.Membership personal = profile.personalOrganization();
        return new ProfileAnswer(
                profile.user().toString(),
                profile.email(),
                profile.emailVerified(),
                profile.name(),
                personal == null ? null : Membership.from(personal),
                profile.memberships().stream().map(Membership::from).toList());
    }

    record Membership(UUID organizationId, String slug, String name, String role) {

        static Membership from(Profile.Membership membership) {
            return new Membership(membership.organizationId(), membership.slug(), membership.name(), membership.role());
        }
    }
}
