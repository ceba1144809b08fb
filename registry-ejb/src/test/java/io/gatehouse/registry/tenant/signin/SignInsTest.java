package io.gatehouse.registry.tenant.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.audit.AuditVerification.Whole;
import io.gatehouse.contract.identity.IdentityView;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.contract.signin.Profile;
import io.gatehouse.contract.signin.Profile.Membership;
import io.gatehouse.domain.organization.Member;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.registry.tenant.audit.TestTrail;
import io.gatehouse.registry.tenant.identity.TestIdentities;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class SignInsTest {

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final SignInsBean signIns;

    SignInsTest(TestDatabase database) {
        this.database = database;
        this.signIns = TestSignIns.over(database, clock);
    }

    @Test
    void theFirstSignInCreatesOrganizationMemberAndIdentities() {
        SignedInUser user = user("Zoë O'Neil", "Zoe-1@Example.com", true);

        signIn(user);

        Profile profile = profile(user);
        assertThat(profile.name()).isEqualTo("Zoë O'Neil");
        assertThat(profile.personalOrganization()).isNotNull();
        assertThat(profile.personalOrganization().slug()).startsWith("zoe-o-neil-");
        assertThat(profile.personalOrganization().role()).isEqualTo("OWNER");
        assertThat(profile.memberships()).containsExactly(profile.personalOrganization());
        List<IdentityView> identities = identities(user);
        assertThat(identities)
                .extracting(IdentityView::namespace, IdentityView::identifier, IdentityView::verifiedAt)
                .containsExactlyInAnyOrder(
                        tuple("auth_user_id", user.id().toString(), clock.instant()),
                        tuple("email", "zoe-1@example.com", clock.instant()));
        assertThat(auditLength(user)).isEqualTo(4);
    }

    @Test
    void ofTenConcurrentFirstSignInsOneCreatesTheRows() {
        SignedInUser user = user("Ten", "ten@example.com", true);

        List<Boolean> done = Crowd.of(10, number -> {
            signIn(user);
            return true;
        });

        assertThat(done).hasSize(10);
        assertThat(profile(user).memberships()).hasSize(1);
        assertThat(identities(user)).hasSize(2);
        assertThat(auditLength(user)).isEqualTo(4);
    }

    @Test
    void aLaterSignInChangesNothing() {
        SignedInUser user = user("Ada", null, false);
        signIn(user);
        Profile before = profile(user);

        signIn(user);

        assertThat(profile(user)).isEqualTo(before);
    }

    @Test
    void aUserWithoutANameGetsASlug() {
        SignedInUser user = user(null, null, false);

        signIn(user);

        assertThat(personal(user).slug()).startsWith("user-");
    }

    @Test
    void aTakenSlugIsAvoided() {
        SignedInUser user = user("Collision", null, false);
        database.run(em -> em.persist(Organization.shared(
                UUID.randomUUID(), PersonalSlug.of(user), "Earlier", Visibility.PUBLIC, clock.instant())));

        signIn(user);

        assertThat(personal(user).slug()).startsWith("collision-").isNotEqualTo(PersonalSlug.of(user));
    }

    @Test
    void anArchivedPersonalOrganizationIsNotCreatedAgain() {
        SignedInUser user = user("Gone", null, false);
        signIn(user);
        database.run(em ->
                em.find(Organization.class, personal(user).organizationId()).archive(clock.instant()));

        signIn(user);

        assertThat(profile(user).personalOrganization()).isNull();
        assertThat(profile(user).memberships()).isEmpty();
    }

    @Test
    void aUserWhoNeverSignedInHasNoProfile() {
        SignedInUser user = user("Nobody", null, false);

        assertThat(database.tx(() -> signIns.profile(user.id()))).isEmpty();
    }

    @Test
    void anAddressThatIsNoLongerVerifiedIsNoLongerShown() {
        SignedInUser user = user("Ada", "ada-" + UUID.randomUUID() + "@example.com", true);
        signIn(user);
        assertThat(profile(user).emailVerified()).isTrue();

        signIn(stating(user, user.email(), false));
        assertThat(profile(user).emailVerified()).isFalse();
        assertThat(profile(user).email()).isEqualTo(user.email());
        assertThat(addressShown(user)).isNull();

        signIn(stating(user, null, false));
        assertThat(profile(user).email())
                .as("a token without an address changes nothing")
                .isEqualTo(user.email());

        signIn(user);
        assertThat(addressShown(user)).isEqualTo(user.email());
        signIn(stating(user, "new-" + user.email(), true));
        assertThat(addressShown(user)).isEqualTo("new-" + user.email());
        signIn(stating(user, "victim@example.com", false));
        assertThat(addressShown(user)).isNull();
    }

    @Test
    void anUnverifiedAddressDoesNotAffectAVerifiedOne() {
        SignedInUser owner = user("Owner", "kept@example.com", true);
        SignedInUser other = user("Other", "KEPT@example.com", false);
        signIn(owner);

        signIn(other);

        assertThat(identities(owner)).extracting(IdentityView::namespace).contains("email");
        assertThat(identities(other))
                .as("does not reveal whether another user has the address")
                .extracting(IdentityView::namespace, IdentityView::verifiedAt)
                .contains(tuple("email", null));
    }

    @Test
    void anUnverifiedAddressYieldsToAVerifiedOne() {
        SignedInUser squatter = user("Squatter", "mine@example.com", false);
        SignedInUser owner = user("Owner", "mine@example.com", true);
        signIn(squatter);

        signIn(owner);

        assertThat(identities(squatter)).extracting(IdentityView::namespace).containsExactly("auth_user_id");
        assertThat(identities(owner)).extracting(IdentityView::namespace).contains("email");
    }

    @Test
    void overlongNamesAreCutAndOverlongAddressesDropped() {
        SignedInUser user = user("n".repeat(5_000), "e".repeat(400) + "@example.com", true);

        signIn(user);

        assertThat(profile(user).name()).hasSize(200);
        assertThat(profile(user).email()).isNull();
    }

    private static SignedInUser user(@Nullable String name, @Nullable String email, boolean verified) {
        return new SignedInUser("https://issuer.example", UUID.randomUUID().toString(), email, verified, name);
    }

    private static SignedInUser stating(SignedInUser user, @Nullable String email, boolean verified) {
        return new SignedInUser(user.issuer(), user.subject(), email, verified, user.name());
    }

    /** The address that others are shown. */
    private @Nullable String addressShown(SignedInUser user) {
        return database.tx(em -> em.createQuery("select m from Member m where m.userId = :user", Member.class)
                .setParameter("user", user.id().value())
                .getSingleResult()
                .verifiedEmail());
    }

    private void signIn(SignedInUser user) {
        database.run(() -> signIns.signIn(user));
    }

    private Profile profile(SignedInUser user) {
        return database.tx(() -> signIns.profile(user.id()).orElseThrow());
    }

    private Membership personal(SignedInUser user) {
        return Objects.requireNonNull(profile(user).personalOrganization());
    }

    private List<IdentityView> identities(SignedInUser user) {
        return database.tx(() -> TestIdentities.mine(database, clock).list(user.id(), new PageRequest(50, null)))
                .items();
    }

    private long auditLength(SignedInUser user) {
        UUID organization = personal(user).organizationId();
        return ((Whole) database.tx(() -> TestTrail.over(database, clock).verify(organization))).events();
    }
}
