package io.gatehouse.registry.credential.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.access.TokenCheck.Refused;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.domain.token.AgentToken;
import io.gatehouse.domain.token.TokenText;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.kernel.token.TokenPrefix;
import io.gatehouse.registry.credential.token.MintedToken;
import io.gatehouse.registry.operation.retention.RetentionRules;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import io.gatehouse.testkit.TestRetention;
import jakarta.ejb.EJBException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class TokenValidatorBeanTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final Ids ids = new Ids();
    private final TestNode thisNode;
    private final TestNode otherNode;
    private final Host host;
    private final Agent agent;

    TokenValidatorBeanTest(TestDatabase database) {
        this.database = database;
        thisNode = new TestNode(database, clock);
        otherNode = new TestNode(database, clock);
        Organization organization =
                Organization.shared(ids.next(), ids.next().toString(), "Tenant", Visibility.PRIVATE, clock.instant());
        host = new Host(ids.next(), organization.id(), ids.next().toString(), clock.instant());
        String name = "@agent-" + ids.next() + ":example";
        agent = Agent.registered(ids.next(), organization.id(), "a", host.name(), name, null, clock.instant());
        database.run(em -> em.persist(organization));
        database.run(em -> em.persist(host));
        database.run(em -> em.persist(agent));
    }

    @Test
    void aTokenGrantsItsOwnersAccess() {
        MintedToken ofHost = hostToken(null);
        MintedToken ofAgent = agentToken();

        TokenCheck hostAccess = new HostAccess(ofHost.id(), host.organizationId(), host.name(), Set.of("bridge"));
        TokenCheck agentAccess =
                new AgentAccess(ofAgent.id(), agent.id(), Objects.requireNonNull(agent.agentUserId()), Set.of("send"));
        assertThat(check(ofHost)).isEqualTo(hostAccess);
        assertThat(check(ofAgent)).isEqualTo(agentAccess);
        assertThat(thisNode.check(ofHost.id())).isEqualTo(hostAccess);
        assertThat(otherNode.check(ofAgent.id())).isEqualTo(agentAccess);
    }

    @Test
    void aTokenWithAWrongChecksumIsRefusedWithoutALookup() {
        String good = agentToken().text().reveal();

        for (String bad : new String[] {
            "mhst_000000000000000000000000000000000000",
            good.substring(0, good.length() - 1),
            good.toLowerCase(Locale.ROOT),
            good.replace("magt_", "mhst_"),
            good + "0",
            "magt_",
            ""
        }) {
            assertThat(thisNode.check(bad)).as(bad).isInstanceOf(Refused.class);
        }
        assertThat(thisNode.lookUps()).isZero();
    }

    @Test
    void aCachedTokenNeedsNoLookup() {
        MintedToken minted = agentToken();
        assertThat(check(minted)).isInstanceOf(AgentAccess.class);
        int before = thisNode.lookUps();

        thisNode.disconnect();

        assertThat(check(minted)).isInstanceOf(AgentAccess.class);
        assertThat(thisNode.check(minted.id())).isInstanceOf(AgentAccess.class);
        assertThat(thisNode.lookUps()).isEqualTo(before);
    }

    @Test
    void aCachedTokenIsRefusedFromTheInstantOfItsExpiry() {
        MintedToken minted = hostToken(clock.instant().plusSeconds(10));
        assertThat(check(minted)).isInstanceOf(HostAccess.class);

        clock.advance(Duration.ofSeconds(10).minusNanos(1_000));
        assertThat(check(minted)).isInstanceOf(HostAccess.class);
        clock.advance(Duration.ofNanos(1_000));
        assertThat(check(minted)).isInstanceOf(Refused.class);
    }

    @Test
    void aTokenRevokedOnThisNodeIsRefusedAtOnce() {
        MintedToken minted = agentToken();
        assertThat(check(minted)).isInstanceOf(AgentAccess.class);

        assertThat(thisNode.tx(() -> thisNode.agents().revoke(agent, minted.id(), "test")))
                .isTrue();

        assertThat(check(minted)).isInstanceOf(Refused.class);
        assertThat(thisNode.check(minted.id())).isInstanceOf(Refused.class);
    }

    @Test
    void aCachedTokenWhoseExpiryIsBroughtForwardEndsThen() {
        MintedToken minted = agentToken();
        assertThat(check(minted)).isInstanceOf(AgentAccess.class);

        assertThat(thisNode.tx(() ->
                        thisNode.agents().expireBy(agent.id(), clock.instant().plus(HOUR), "test")))
                .isEqualTo(1);

        assertThat(check(minted)).isInstanceOf(AgentAccess.class);
        clock.advance(HOUR);
        assertThat(check(minted)).isInstanceOf(Refused.class);
    }

    @Test
    void aTokenEndedOnAnotherNodeIsRefusedAfterTheNextRead() {
        MintedToken revoked = agentToken();
        MintedToken rotated = hostToken(null);
        assertThat(check(revoked)).isInstanceOf(AgentAccess.class);
        assertThat(check(rotated)).isInstanceOf(HostAccess.class);

        assertThat(otherNode.tx(() -> otherNode.agents().revokeAll(agent, "test")))
                .isEqualTo(1);
        assertThat(otherNode.tx(() -> otherNode.hosts().rotate(rotated.id(), HOUR, "test")))
                .isPresent();
        assertThat(check(revoked))
                .as("nothing was read yet; otherwise the test proves nothing")
                .isInstanceOf(AgentAccess.class);
        thisNode.readRevocations();

        assertThat(check(revoked)).isInstanceOf(Refused.class);
        assertThat(check(rotated)).isInstanceOf(HostAccess.class);
        clock.advance(HOUR);
        assertThat(check(rotated)).isInstanceOf(Refused.class);
    }

    @Test
    void aNodeThatCannotReadRevocationsTrustsItsCacheForLessThanASecond() {
        MintedToken minted = agentToken();
        assertThat(check(minted)).isInstanceOf(AgentAccess.class);
        assertThat(otherNode.tx(() -> otherNode.agents().revoke(agent, minted.id(), "test")))
                .isTrue();

        thisNode.advanceTicker(TokenCache.TRUST_PERIOD);

        assertThat(TokenCache.TRUST_PERIOD).isLessThan(Duration.ofSeconds(1));
        assertThat(check(minted)).isInstanceOf(Refused.class);
    }

    @Test
    void aNodeWithoutTheDatabaseNeitherAdmitsNorRefuses() {
        MintedToken minted = agentToken();
        assertThat(check(minted)).isInstanceOf(AgentAccess.class);
        thisNode.disconnect();

        thisNode.advanceTicker(TokenCache.TRUST_PERIOD);

        assertThatExceptionOfType(EJBException.class).isThrownBy(() -> check(minted));
        assertThatExceptionOfType(EJBException.class).isThrownBy(() -> thisNode.check(minted.id()));
        assertThat(thisNode.check("magt_nonsense")).isInstanceOf(Refused.class);
    }

    @Test
    void aRowReadBeforeItsRevocationIsNotCachedAfterIt() {
        MintedToken minted = agentToken();
        thisNode.afterNextRead(
                () -> assertThat(thisNode.tx(() -> thisNode.agents().revoke(agent, minted.id(), "test")))
                        .isTrue());

        assertThat(check(minted))
                .as("the check began before the revocation did")
                .isInstanceOf(AgentAccess.class);

        assertThat(check(minted)).isInstanceOf(Refused.class);
    }

    @Test
    void aRowReadBeforeAnotherNodesRevocationIsNotCachedOnceThatIsRead() {
        MintedToken minted = agentToken();
        thisNode.afterNextRead(() -> {
            assertThat(otherNode.tx(() -> otherNode.agents().revoke(agent, minted.id(), "test")))
                    .isTrue();
            thisNode.readRevocations();
        });
        assertThat(thisNode.check(minted.id())).isInstanceOf(AgentAccess.class);

        assertThat(thisNode.check(minted.id())).isInstanceOf(Refused.class);
    }

    @Test
    void ofConcurrentChecksNoneSucceedsAfterARevocationReturns() {
        for (int round = 0; round < 15; round++) {
            MintedToken minted = agentToken();
            AtomicBoolean acknowledged = new AtomicBoolean();
            List<Integer> admitted = Crowd.of(5, number -> {
                if (number == 0) {
                    assertThat(thisNode.tx(() -> thisNode.agents().revoke(agent, minted.id(), "test")))
                            .isTrue();
                    acknowledged.set(true);
                    return 0;
                }
                int late = 0;
                for (int i = 0; i < 50; i++) {
                    boolean after = acknowledged.get();
                    late += check(minted) instanceof AgentAccess && after ? 1 : 0;
                }
                return late;
            });
            assertThat(admitted).containsOnly(0);
            assertThat(check(minted)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aNodeThatMissedDeletedRevocationsEvictsItsWholeCache() {
        MintedToken minted = agentToken();
        MintedToken other = hostToken(null);
        assertThat(check(minted)).isInstanceOf(AgentAccess.class);
        assertThat(otherNode.tx(() -> otherNode.agents().revoke(agent, minted.id(), "test")))
                .isTrue();
        clock.advance(Duration.ofHours(2));
        assertThat(TestRetention.over(database, clock).apply(RetentionRules.REVOCATIONS, 1_000))
                .isPositive();
        thisNode.afterNextRead(thisNode::readRevocations);

        assertThat(check(other)).isInstanceOf(HostAccess.class);

        assertThat(check(minted)).isInstanceOf(Refused.class);
        int before = thisNode.lookUps();
        assertThat(check(other)).isInstanceOf(HostAccess.class);
        assertThat(thisNode.lookUps())
                .as("what was read before the eviction is not cached")
                .isEqualTo(before + 1);
    }

    @Test
    void anUnknownTokenIsLookedUpOnceASecondAndAcceptedOnceItExists() {
        TokenText text = TokenText.mint(TokenPrefix.AGENT, RANDOM);
        int before = thisNode.lookUps();
        for (int i = 0; i < 10; i++) {
            assertThat(thisNode.check(text.reveal())).isInstanceOf(Refused.class);
        }
        assertThat(thisNode.lookUps()).isEqualTo(before + 1);

        database.run(em -> em.persist(new AgentToken(
                ids.next(), agent.id(), text.hash(), text.lastFour(), Set.of("send"), clock.instant(), null)));
        thisNode.advanceTicker(Duration.ofSeconds(1));
        thisNode.readRevocations();

        assertThat(thisNode.check(text.reveal())).isInstanceOf(AgentAccess.class);
    }

    @Test
    void aFloodOfUnknownTokensEvictsNoTokenInUse() {
        TokenCache cache = new TokenCache();
        MintedToken minted = agentToken();
        TokenCache.Mark mark = cache.mark();
        KnownToken known = thisNode.read(minted.id());
        cache.put(minted.text().hash(), known, mark);

        for (int i = 0; i < 50_000; i++) {
            cache.putUnknown(TokenText.mint(TokenPrefix.AGENT, RANDOM).hash());
        }

        assertThat(cache.find(minted.text().hash())).isSameAs(known);
        assertThat(cache.unknownTokens()).isLessThanOrEqualTo(10_000);
    }

    private TokenCheck check(MintedToken minted) {
        return thisNode.check(minted.text().reveal());
    }

    private MintedToken agentToken() {
        return otherNode.tx(() -> otherNode.agents().mint(agent, Set.of("send"), null, "test"));
    }

    private MintedToken hostToken(@Nullable Instant expiresAt) {
        return otherNode.tx(() -> otherNode.hosts().mint(host, Set.of("bridge"), expiresAt, "test"));
    }
}
