package io.gatehouse.registry.tenant.signin;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.signin.Profile;
import io.gatehouse.contract.signin.Profile.Membership;
import io.gatehouse.contract.signin.SignIns;
import io.gatehouse.domain.organization.Member;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import io.gatehouse.registry.tenant.organization.OrganizationStore;
import io.gatehouse.registry.tenant.organization.OrganizationStore.OrganizationMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Signs in users who present a verified JWT. */
@ApplicationScoped
@RetriedTransaction
public class SignInsBean implements SignIns {

    private OrganizationStore organizations;
    private FirstSignIn firstSignIn;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public SignInsBean() {}

    @Inject
    public SignInsBean(OrganizationStore organizations, FirstSignIn firstSignIn) {
        this.organizations = organizations;
        this.firstSignIn = firstSignIn;
    }

    @Override
    public void signIn(SignedInUser user) {
        if (organizations.findPersonal(user.id()).isEmpty()) {
            firstSignIn.create(user);
        } else {
            firstSignIn.refresh(user);
        }
    }

    @Override
    public Optional<Profile> profile(UserId user) {
        List<OrganizationMember> memberships = organizations.membershipsOf(user);
        Optional<OrganizationMember> personal = memberships.stream()
                .filter(each -> each.organization().isPersonalOf(user))
                .findFirst();
        Optional<Member> member =
                personal.or(() -> memberships.stream().findFirst()).map(OrganizationMember::member);
        if (member.isEmpty() && organizations.findPersonal(user).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Profile(
                user,
                member.map(Member::email).orElse(null),
                member.map(Member::verifiedEmail).isPresent(),
                member.map(Member::displayName).orElse(null),
                personal.map(SignInsBean::membership).orElse(null),
                memberships.stream().map(SignInsBean::membership).toList()));
    }

    private static Membership membership(OrganizationMember each) {
        Organization organization = each.organization();
        return new Membership(
                organization.id(),
                organization.slug(),
                organization.name(),
                each.member().role().name());
    }
}
