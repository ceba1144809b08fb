package io.gatehouse.registry.tenant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.IdentityView;
import io.gatehouse.contract.identity.LinkResult;
import io.gatehouse.contract.identity.LinkResult.AlreadyLinked;
import io.gatehouse.contract.identity.LinkResult.Conflict;
import io.gatehouse.contract.identity.LinkResult.Linked;
import io.gatehouse.contract.identity.LinkResult.NoMember;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.contract.identity.UnlinkResult;
import io.gatehouse.contract.page.InvalidCursorException;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.registry.tenant.signin.SignInsBean;
import io.gatehouse.registry.tenant.signin.TestSignIns;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@StoreTest
class IdentityLinksTest {

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final SignInsBean signIns;
    private final IdentityLinksBean links;
    private final MyIdentitiesBean mine;

    IdentityLinksTest(TestDatabase database) {
        this.database = database;
        this.signIns = TestSignIns.over(database, clock);
        this.links = TestIdentities.links(database, clock);
        this.mine = TestIdentities.mine(database, clock);
    }

    @Test
    void aFreeAccountIsLinked() {
        UserId ada = user();
        PlatformAccount account = account();

        assertThat(link(ada, account, LinkSource.CLAIM)).isInstanceOf(Linked.class);

        assertThat(find(account)).hasValueSatisfying(linked -> {
            assertThat(linked.user()).isEqualTo(ada);
            assertThat(linked.isVerified()).isTrue();
            assertThat(linked.source()).isEqualTo(LinkSource.CLAIM);
        });
    }

    @Test
    void linkingAgainKeepsTheLink() {
        UserId ada = user();
        PlatformAccount account = account();
        LinkResult first = link(ada, account, LinkSource.CLAIM);

        assertThat(link(ada, account, LinkSource.CLAIM)).isEqualTo(new AlreadyLinked(((Linked) first).identityId()));
    }

    @Test
    void aTypedLinkIsPendingUntilAClaimProvesIt() {
        UserId ada = user();
        PlatformAccount account = account();
        UUID typed = pending(ada, account);
        assertThat(find(account)).isEmpty();
        assertThat(list(ada))
                .filteredOn(view -> view.id().equals(typed))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.source()).isEqualTo("form");
                    assertThat(view.verifiedAt()).isNull();
                });
        assertThat(link(ada, account, LinkSource.FORM)).isEqualTo(new LinkResult.Pending(typed, false));

        assertThat(link(ada, account, LinkSource.CLAIM)).isEqualTo(new Linked(typed));

        assertThat(find(account))
                .hasValueSatisfying(linked -> assertThat(linked.isVerified()).isTrue());
        assertThat(link(ada, account, LinkSource.FORM)).isEqualTo(new AlreadyLinked(typed));
    }

    @Test
    void aTypedLinkTakesNothingFromOtherUsers() {
        UserId ada = user();
        UserId bob = user();
        PlatformAccount account = account();
        UUID adas = pending(ada, account);
        UUID bobs = pending(bob, account);

        assertThat(adas).isNotEqualTo(bobs);
        assertThat(list(ada)).extracting(IdentityView::id).contains(adas);
        assertThat(list(bob)).extracting(IdentityView::id).contains(bobs);

        link(ada, account, LinkSource.CLAIM);
        assertThat(link(bob, account, LinkSource.FORM)).isInstanceOf(LinkResult.Pending.class);
        assertThat(find(account))
                .hasValueSatisfying(linked -> assertThat(linked.user()).isEqualTo(ada));
        assertThat(wouldConflict(ada, account)).isFalse();
    }

    @Test
    void aConfirmedLinkEndsOtherPendingLinks() {
        UserId ada = user();
        UserId bob = user();
        PlatformAccount account = account();
        UUID adas = pending(ada, account);
        UUID bobs = pending(bob, account);

        assertThat(confirm(bobs)).isTrue();

        assertThat(confirm(bobs)).isFalse();
        assertThat(confirm(adas)).isFalse();
        assertThat(list(ada)).extracting(IdentityView::id).doesNotContain(adas);
        assertThat(find(account)).hasValueSatisfying(linked -> {
            assertThat(linked.user()).isEqualTo(bob);
            assertThat(linked.identityId()).isEqualTo(bobs);
        });
    }

    @Test
    void aTypedLinkOfAnAccountWithAnOwnerCannotBeConfirmed() {
        UserId ada = user();
        UserId bob = user();
        PlatformAccount account = account();
        link(ada, account, LinkSource.CLAIM);
        UUID bobs = pending(bob, account);

        assertThat(confirm(bobs)).isFalse();
        assertThat(find(account))
                .hasValueSatisfying(linked -> assertThat(linked.user()).isEqualTo(ada));
    }

    @Test
    void ofConcurrentConfirmationsOneSucceeds() {
        for (int round = 0; round < 5; round++) {
            PlatformAccount account = account();
            List<UUID> pending = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                pending.add(pending(user(), account));
            }

            List<Boolean> confirmed = Crowd.of(6, number -> {
                try {
                    return confirm(pending.get(number));
                } catch (RuntimeException e) {
                    return false; // a lost race, which the caller retries
                }
            });

            assertThat(confirmed).filteredOn(done -> done).hasSizeLessThanOrEqualTo(1);
            pending.forEach(this::confirm);
            assertThat(find(account)).isPresent();
            assertThat(pending).filteredOn(this::isActive).hasSize(1);
        }
    }

    @Test
    void aPendingLinkIsUnlinkedOnlyByItsUser() {
        UserId ada = user();
        UserId bob = user();
        UUID typed = pending(ada, account());

        assertThat(database.tx(() -> mine.unlink(bob, typed))).isEqualTo(new UnlinkResult.NotFound());
        assertThat(database.tx(() -> mine.unlink(ada, typed))).isEqualTo(new UnlinkResult.Unlinked());
        assertThat(list(ada)).extracting(IdentityView::id).doesNotContain(typed);
        assertThat(confirm(typed)).isFalse();
    }

    @Test
    void aVerifiedAccountIsAConflictForOtherUsers() {
        UserId ada = user();
        UserId bob = user();
        PlatformAccount account = account();
        link(ada, account, LinkSource.CLAIM);

        assertThat(wouldConflict(bob, account)).isTrue();
        assertThat(wouldConflict(ada, account)).isFalse();
        assertThat(link(bob, account, LinkSource.CLAIM)).isEqualTo(new Conflict());
        assertThat(find(account))
                .hasValueSatisfying(linked -> assertThat(linked.user()).isEqualTo(ada));
    }

    @Test
    void aTypedLinkYieldsToAnotherUsersClaim() {
        UserId squatter = user();
        UserId owner = user();
        PlatformAccount account = account();
        link(squatter, account, LinkSource.FORM);

        assertThat(wouldConflict(owner, account)).isFalse();
        assertThat(link(owner, account, LinkSource.CLAIM)).isInstanceOf(Linked.class);

        assertThat(find(account))
                .hasValueSatisfying(linked -> assertThat(linked.user()).isEqualTo(owner));
        assertThat(list(squatter)).extracting(IdentityView::namespace).doesNotContain("wa_jid");
    }

    @Test
    void twoSpellingsOfAnAccountAreOneAccount() {
        UserId ada = user();
        UserId bob = user();
        String key = UUID.randomUUID().toString();
        link(ada, new PlatformAccount(Namespace.WA_JID, "long" + key, key), LinkSource.CLAIM);

        assertThat(link(bob, new PlatformAccount(Namespace.WA_JID, "short" + key, key), LinkSource.CLAIM))
                .isEqualTo(new Conflict());
    }

    @Test
    void aUserWhoNeverSignedInCannotLink() {
        UserId stranger = UserId.of("https://issuer.example", UUID.randomUUID().toString());

        assertThat(link(stranger, account(), LinkSource.CLAIM)).isEqualTo(new NoMember());
    }

    @Test
    void ofConcurrentClaimsOfOneAccountOneSucceeds() {
        PlatformAccount account = account();
        List<UserId> users = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            users.add(user());
        }

        List<LinkResult> results = Crowd.of(20, number -> link(users.get(number), account, LinkSource.CLAIM));

        assertThat(results).filteredOn(Linked.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Conflict.class::isInstance).hasSize(19);
    }

    @Test
    void usersWhoClaimEachOthersTypedAccountsDoNotDeadlock() {
        for (int round = 0; round < 10; round++) {
            UserId ada = user();
            UserId bob = user();
            PlatformAccount one = account();
            PlatformAccount two = account();
            link(ada, one, LinkSource.FORM);
            link(bob, two, LinkSource.FORM);

            List<LinkResult> results = Crowd.of(
                    2, number -> number == 0 ? link(bob, one, LinkSource.CLAIM) : link(ada, two, LinkSource.CLAIM));

            assertThat(results).allMatch(Linked.class::isInstance);
        }
    }

    @Test
    void anUnlinkedAccountIsFreeAgain() {
        UserId ada = user();
        UserId bob = user();
        PlatformAccount account = account();
        UUID identity = ((Linked) link(ada, account, LinkSource.CLAIM)).identityId();

        assertThat(unlink(identity)).isTrue();
        assertThat(unlink(identity)).isFalse();

        assertThat(find(account)).isEmpty();
        assertThat(link(bob, account, LinkSource.CLAIM)).isInstanceOf(Linked.class);
    }

    @Test
    void aRolledBackLinkLeavesNothing() {
        UserId ada = user();
        PlatformAccount account = account();

        assertThatThrownBy(() -> database.run(() -> {
                    LinkResult result = links.link(ada, account, LinkSource.CLAIM);
                    throw new IllegalStateException("after " + result);
                }))
                .hasMessageStartingWith("after Linked");

        assertThat(find(account)).isEmpty();
    }

    @Test
    void usersListTheirIdentitiesInPagesNewestFirst() {
        UserId ada = user();
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofSeconds(i % 2));
            link(ada, account(), LinkSource.CLAIM);
        }
        List<IdentityView> all = list(ada);

        List<IdentityView> paged = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            Page<IdentityView> page = database.tx(() -> mine.list(ada, new PageRequest(2, from)));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            paged.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(paged).isEqualTo(all).hasSize(6);
        assertThat(all).isSortedAccordingTo((a, b) -> b.linkedAt().compareTo(a.linkedAt()));
    }

    @Test
    void anInvalidCursorIsRefused() {
        UserId ada = user();

        for (String cursor : List.of("", "?", "AAAA", "x".repeat(32) + "=")) {
            assertThatThrownBy(() -> database.tx(() -> mine.list(ada, new PageRequest(2, cursor))))
                    .isInstanceOf(InvalidCursorException.class);
        }
    }

    @Test
    void anotherUsersIdentityIsNotFound() {
        UserId ada = user();
        UserId bob = user();
        UUID identity = ((Linked) link(ada, account(), LinkSource.CLAIM)).identityId();

        assertThat(database.tx(() -> mine.find(bob, identity))).isEmpty();
        assertThat(database.tx(() -> mine.unlink(bob, identity))).isEqualTo(new UnlinkResult.NotFound());
        assertThat(database.tx(() -> mine.find(ada, identity))).isPresent();
    }

    @Test
    void usersUnlinkTheirIdentitiesExceptTheirSignIn() {
        UserId ada = user();
        UUID identity = ((Linked) link(ada, account(), LinkSource.CLAIM)).identityId();
        UUID signIn = list(ada).stream()
                .filter(view -> view.namespace().equals("auth_user_id"))
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(database.tx(() -> mine.unlink(ada, identity))).isEqualTo(new UnlinkResult.Unlinked());
        assertThat(database.tx(() -> mine.unlink(ada, identity))).isEqualTo(new UnlinkResult.NotFound());
        assertThat(database.tx(() -> mine.unlink(ada, signIn))).isEqualTo(new UnlinkResult.SignInIdentity());
    }

    private UserId user() {
        SignedInUser user =
                new SignedInUser("https://issuer.example", UUID.randomUUID().toString(), null, false, "Somebody");
        database.run(() -> signIns.signIn(user));
        return user.id();
    }

    private static PlatformAccount account() {
        String identifier = UUID.randomUUID() + "@s.whatsapp.net";
        return new PlatformAccount(Namespace.WA_JID, identifier, identifier);
    }

    private LinkResult link(UserId user, PlatformAccount account, LinkSource source) {
        return database.tx(() -> links.link(user, account, source));
    }

    private UUID pending(UserId user, PlatformAccount account) {
        LinkResult.Pending pending = (LinkResult.Pending) link(user, account, LinkSource.FORM);
        assertThat(pending.created()).isTrue();
        return pending.identityId();
    }

    private boolean confirm(UUID identity) {
        return database.tx(() -> links.confirm(identity));
    }

    private boolean isActive(UUID identity) {
        return database.tx(em -> !em.createQuery(
                        "select i.id from Identity i where i.id = :id and i.activeKey is not null", UUID.class)
                .setParameter("id", identity)
                .getResultList()
                .isEmpty());
    }

    private boolean wouldConflict(UserId user, PlatformAccount account) {
        return database.tx(() -> links.wouldConflict(user, account));
    }

    private boolean unlink(UUID identity) {
        return database.tx(() -> links.unlink(identity, UnlinkReason.REPLIED_NO));
    }

    private Optional<LinkedAccount> find(PlatformAccount account) {
        return database.tx(() -> links.find(account));
    }

    private List<IdentityView> list(UserId user) {
        return database.tx(() -> mine.list(user, new PageRequest(200, null))).items();
    }
}
