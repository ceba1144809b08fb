package io.gatehouse.registry.tenant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.IdentityView;
import io.gatehouse.contract.identity.LinkResult;
import io.gatehouse.contract.identity.LinkResult.Linked;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.registry.tenant.signin.SignInsBean;
import io.gatehouse.registry.tenant.signin.TestSignIns;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Links that wait for proof by their account. */
@StoreTest
class PendingLinksTest {

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final SignInsBean signIns;
    private final IdentityLinksBean links;
    private final MyIdentitiesBean mine;

    PendingLinksTest(TestDatabase database) {
        this.database = database;
        this.signIns = TestSignIns.over(database, clock);
        this.links = TestIdentities.links(database, clock);
        this.mine = TestIdentities.mine(database, clock);
    }

    @Test
    void aLinkProvedMeanwhileIsNotEndedAsPending() {
        UserId ada = user();
        PlatformAccount account = account();
        UUID id = pending(ada, account);
        assertThat(link(ada, account, LinkSource.CLAIM)).isInstanceOf(Linked.class);

        assertThat(unlinkPending(id)).isFalse();
        assertThat(database.tx(() -> links.find(account))).isPresent();
    }

    @Test
    void aPendingLinkEndsOnce() {
        UUID id = pending(user(), account());

        assertThat(unlinkPending(id)).isTrue();
        assertThat(unlinkPending(id)).isFalse();
    }

    @Test
    void onlyTheUserOfAPendingLinkSeesItsCode() {
        UserId ada = user();
        PlatformAccount account = account();
        UUID id = pending(ada, account);
        assertThat(code(ada, id)).matches("\\d{4}");
        assertThat(database.tx(() -> mine.find(user(), id))).isEmpty();

        link(ada, account, LinkSource.CLAIM);

        assertThat(code(ada, id)).isNull();
    }

    private @Nullable String code(UserId user, UUID id) {
        return database.tx(() -> mine.find(user, id))
                .map(IdentityView::confirmationCode)
                .orElse(null);
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
        return ((LinkResult.Pending) link(user, account, LinkSource.FORM)).identityId();
    }

    private boolean unlinkPending(UUID id) {
        return database.tx(() -> links.unlinkPending(id, UnlinkReason.REPLIED_NO));
    }
}
