package io.gatehouse.registry.access;

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
import io.gatehouse.domain.token.TokenPrefix;
import io.gatehouse.domain.token.TokenText;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.revocation.TestRevocations;
import io.gatehouse.registry.token.MintedToken;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
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
    private final TestNode here;
    private final TestNode elsewhere;
    private final Host host;
    private final Agent agent;

    TokenValidatorBeanTest(TestDatabase database) {
        this.database = database;
        here = new TestNode(database, clock);
        elsewhere = new TestNode(database, clock);
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
    void aTokenSaysWhoseItIsAndWhatFor() {
        MintedToken ofHost = hostToken(null);
        MintedToken ofAgent = agentToken();

        TokenCheck hostAccess = new HostAccess(ofHost.id(), host.organizationId(), host.name(), Set.of("bridge"));
        TokenCheck agentAccess =
                new AgentAccess(ofAgent.id(), agent.id(), Objects.requireNonNull(agent.agentUserId()), Set.of("send"));
        assertThat(check(ofHost)).isEqualTo(hostAccess);
        assertThat(check(ofAgent)).isEqualTo(agentAccess);
        assertThat(here.check(ofHost.id())).isEqualTo(hostAccess);
        assertThat(elsewhere.check(ofAgent.id())).isEqualTo(agentAccess);
    }

    @Test
    void aTokenWithAWrongChecksumIsRefusedWithoutALookUp() {
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
            assertThat(here.check(bad)).as(bad).isInstanceOf(Refused.class);
        }
        assertThat(here.lookUps()).isZero();
    }

    @Test
    void aTokenThatIsKnownNeedsNoLookUp() {
        MintedToken minted = agentToken();
        assertThat(check(minted)).isInstanceOf(AgentAccess.class);
        int before = here.lookUps();

        here.cutOff();

        assertThat(check(minted)).isInstanceOf(AgentAccess.class);
        assertThat(here.check(minted.id())).isInstanceOf(AgentAccess.class);
        assertThat(here.lookUps()).isEqualTo(before);
    }

    @Test
    void aTokenIsRefusedFromTheInstantThatItExpiresAlsoWhereItIsKnown() {
        MintedToken minted = hostToken(clock.instant().plusSeconds(10));
        assertThat(check(minted)).isInstanceOf(HostAccess.class);

        clock.advance(Duration.ofSeconds(10).minusNanos(1_000));
        assertThat(check(minted)).isInstanceOf(HostAccess.class);
        clock.advance(Duration.ofNanos(1_000));
        assertThat(check(minted)).isInstanceOf(Refused.class);
    }

    @Test
    void whatThisNodeRevokesItRefusesAtOnce() {
        MintedToken minted = agentToken();
        assertThat(check(minted)).isInstanceOf(AgentAccess.class);

        assertThat(here.tx(() -> here.agents().revoke(agent, minted.id(), "test")))
                .isTrue();

        assertThat(check(minted)).isInstanceOf(Refused.class);
        assertThat(here.check(minted.id())).isInstanceOf(Refused.class);
    }

    @Test
    void whatThisNodeLetsRunOutEndsThenAlsoWhereItIsKnown() {
        MintedToken minted = agentToken();
        assertThat(check(minted)).isInstanceOf(AgentAccess.class);

        assertThat(here.tx(
                        () -> here.agents().runOut(agent.id(), clock.instant().plus(HOUR), "test")))
                .isEqualTo(1);

        assertThat(check(minted)).isInstanceOf(AgentAccess.class);
        clock.advance(HOUR);
        assertThat(check(minted)).isInstanceOf(Refused.class);
    }

    @Test
    void whatAnotherNodeEndsIsRefusedFromTheNextReadingOn() {
        MintedToken revoked = agentToken();
        MintedToken rotated = hostToken(null);
        assertThat(check(revoked)).isInstanceOf(AgentAccess.class);
        assertThat(check(rotated)).isInstanceOf(HostAccess.class);

        assertThat(elsewhere.tx(() -> elsewhere.agents().revokeAll(agent, "test")))
                .isEqualTo(1);
        assertThat(elsewhere.tx(() -> elsewhere.hosts().rotate(rotated.id(), HOUR, "test")))
                .isPresent();
        assertThat(check(revoked))
                .as("nothing was read yet, or the test proves nothing")
                .isInstanceOf(AgentAccess.class);
        here.readOn();

        assertThat(check(revoked)).isInstanceOf(Refused.class);
        assertThat(check(rotated)).isInstanceOf(HostAccess.class);
        clock.advance(HOUR);
        assertThat(check(rotated)).isInstanceOf(Refused.class);
    }

    @Test
    void aNodeThatDoesNotReadOfRevocationsTrustsItsMemoryForLessThanASecond() {
        MintedToken minted = agentToken();
        assertThat(check(minted)).isInstanceOf(AgentAccess.class);
        assertThat(elsewhere.tx(() -> elsewhere.agents().revoke(agent, minted.id(), "test")))
                .isTrue();

        here.passes(RevocationTail.TRUSTED);

        assertThat(RevocationTail.TRUSTED).isLessThan(Duration.ofSeconds(1));
        assertThat(check(minted)).isInstanceOf(Refused.class);
    }

    @Test
    void aNodeThatIsCutOffFromTheDatabaseNeitherLetsInNorRefuses() {
        MintedToken minted = agentToken();
        assertThat(check(minted)).isInstanceOf(AgentAccess.class);
        here.cutOff();

        here.passes(RevocationTail.TRUSTED);

        assertThatExceptionOfType(EJBException.class).isThrownBy(() -> check(minted));
        assertThatExceptionOfType(EJBException.class).isThrownBy(() -> here.check(minted.id()));
        assertThat(here.check("magt_nonsense")).isInstanceOf(Refused.class);
    }

    @Test
    void aRowThatWasReadBeforeItsRevocationIsNotKeptAfterIt() {
        MintedToken minted = agentToken();
        here.afterNextReading(() -> assertThat(here.tx(() -> here.agents().revoke(agent, minted.id(), "test")))
                .isTrue());

        assertThat(check(minted))
                .as("the check began before the revocation did")
                .isInstanceOf(AgentAccess.class);

        assertThat(check(minted)).isInstanceOf(Refused.class);
    }

    @Test
    void aRowThatWasReadBeforeAnotherNodesRevocationIsNotKeptAfterTheReadingOfIt() {
        MintedToken minted = agentToken();
        here.afterNextReading(() -> {
            assertThat(elsewhere.tx(() -> elsewhere.agents().revoke(agent, minted.id(), "test")))
                    .isTrue();
            here.readOn();
        });
        assertThat(here.check(minted.id())).isInstanceOf(AgentAccess.class);

        assertThat(here.check(minted.id())).isInstanceOf(Refused.class);
    }

    @Test
    void howeverManyAskWhileATokenIsRevokedNoneIsLetInAfterwards() {
        for (int round = 0; round < 15; round++) {
            MintedToken minted = agentToken();
            AtomicBoolean acknowledged = new AtomicBoolean();
            List<Integer> letIn = Crowd.of(5, number -> {
                if (number == 0) {
                    assertThat(here.tx(() -> here.agents().revoke(agent, minted.id(), "test")))
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
            assertThat(letIn).containsOnly(0);
            assertThat(check(minted)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aNodeThatWasAwayForTooLongForgetsAllThatItKnows() {
        MintedToken minted = agentToken();
        MintedToken other = hostToken(null);
        assertThat(check(minted)).isInstanceOf(AgentAccess.class);
        assertThat(elsewhere.tx(() -> elsewhere.agents().revoke(agent, minted.id(), "test")))
                .isTrue();
        clock.advance(Duration.ofHours(2));
        assertThat(TestRevocations.log(database, clock).forget(1_000)).isPositive();
        here.afterNextReading(here::readOn);

        assertThat(check(other)).isInstanceOf(HostAccess.class);

        assertThat(check(minted)).isInstanceOf(Refused.class);
        int before = here.lookUps();
        assertThat(check(other)).isInstanceOf(HostAccess.class);
        assertThat(here.lookUps())
                .as("what was read before all was forgotten is not kept")
                .isEqualTo(before + 1);
    }

    @Test
    void anUnknownTokenIsAskedForOnceASecondAndGoodWhenItIsThere() {
        TokenText text = TokenText.mint(TokenPrefix.AGENT, RANDOM);
        int before = here.lookUps();
        for (int i = 0; i < 10; i++) {
            assertThat(here.check(text.reveal())).isInstanceOf(Refused.class);
        }
        assertThat(here.lookUps()).isEqualTo(before + 1);

        database.run(em -> em.persist(new AgentToken(
                ids.next(), agent.id(), text.hash(), text.lastFour(), Set.of("send"), clock.instant(), null)));
        here.passes(Duration.ofSeconds(1));
        here.readOn();

        assertThat(here.check(text.reveal())).isInstanceOf(AgentAccess.class);
    }

    @Test
    void aFloodOfUnknownTokensPushesOutNoneThatIsUsed() {
        TokenCache memory = new TokenCache();
        MintedToken minted = agentToken();
        TokenCache.Mark mark = memory.mark();
        KnownToken known = here.read(minted.id());
        memory.keep(minted.text().hash(), known, mark);

        for (int i = 0; i < 50_000; i++) {
            memory.keepUnknown(TokenText.mint(TokenPrefix.AGENT, RANDOM).hash());
        }

        assertThat(memory.find(minted.text().hash())).isSameAs(known);
        assertThat(memory.unknownTokens()).isLessThanOrEqualTo(10_000);
    }

    private TokenCheck check(MintedToken minted) {
        return here.check(minted.text().reveal());
    }

    private MintedToken agentToken() {
        return elsewhere.tx(() -> elsewhere.agents().mint(agent, Set.of("send"), null, "test"));
    }

    private MintedToken hostToken(@Nullable Instant expiresAt) {
        return elsewhere.tx(() -> elsewhere.hosts().mint(host, Set.of("bridge"), expiresAt, "test"));
    }
}
