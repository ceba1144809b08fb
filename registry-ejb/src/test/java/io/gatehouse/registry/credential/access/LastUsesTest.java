package io.gatehouse.registry.credential.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.domain.token.AgentToken;
import io.gatehouse.domain.token.HostToken;
import io.gatehouse.domain.token.OpaqueToken;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.credential.token.MintedToken;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class LastUsesTest {

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final TestNode thisNode;
    private final TestNode otherNode;
    private final MintedToken ofAgent;
    private final MintedToken ofHost;

    LastUsesTest(TestDatabase database) {
        this.database = database;
        Ids ids = new Ids();
        thisNode = new TestNode(database, clock);
        otherNode = new TestNode(database, clock);
        Organization organization =
                Organization.shared(ids.next(), ids.next().toString(), "Tenant", Visibility.PRIVATE, clock.instant());
        Host host = new Host(ids.next(), organization.id(), ids.next().toString(), clock.instant());
        String name = "@agent-" + ids.next() + ":example";
        Agent agent = Agent.registered(ids.next(), organization.id(), "a", host.name(), name, null, clock.instant());
        database.run(em -> em.persist(organization));
        database.run(em -> em.persist(host));
        database.run(em -> em.persist(agent));
        ofAgent = thisNode.tx(() -> thisNode.agents().mint(agent, Set.of("send"), null, "test"));
        ofHost = thisNode.tx(() -> thisNode.hosts().mint(host, Set.of("bridge"), null, "test"));
    }

    @Test
    void aUseIsWrittenOnceAMinute() {
        assertThat(lastUse(AgentToken.class, ofAgent)).isNull();
        Instant first = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        use(thisNode);
        thisNode.writeLastUses();
        assertThat(lastUse(AgentToken.class, ofAgent)).isEqualTo(first);
        assertThat(lastUse(HostToken.class, ofHost)).isEqualTo(first);

        clock.advance(Duration.ofSeconds(30));
        use(thisNode);
        thisNode.writeLastUses();
        assertThat(lastUse(AgentToken.class, ofAgent)).isEqualTo(first);

        clock.advance(Duration.ofSeconds(30));
        use(thisNode);
        thisNode.writeLastUses();
        assertThat(lastUse(AgentToken.class, ofAgent)).isEqualTo(first.plusSeconds(60));
        assertThat(lastUse(HostToken.class, ofHost)).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void ofTwoNodesThatSeeATokenUsedOnlyOneWrites() {
        Instant first = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        use(thisNode);
        clock.advance(Duration.ofSeconds(20));
        use(otherNode);

        thisNode.writeLastUses();
        otherNode.writeLastUses();

        assertThat(lastUse(AgentToken.class, ofAgent)).isEqualTo(first);
    }

    @Test
    void aTokenThatAnotherTransactionChangesIsSkipped() {
        use(thisNode);

        database.run(em -> {
            em.createQuery("update AgentToken t set t.revokedAt = :now where t.id = :id")
                    .setParameter("now", clock.instant())
                    .setParameter("id", ofAgent.id())
                    .executeUpdate();
            thisNode.writeLastUses();
        });

        assertThat(lastUse(AgentToken.class, ofAgent)).isNull();
        assertThat(lastUse(HostToken.class, ofHost)).isNotNull();
    }

    @Test
    void aUseDoesNotChangeTheVersionThatARotationChecks() {
        long before = version();
        use(thisNode);
        thisNode.writeLastUses();

        assertThat(version()).isEqualTo(before);
    }

    private void use(TestNode node) {
        assertThat(node.check(ofAgent.text().reveal())).isInstanceOf(AgentAccess.class);
        assertThat(node.check(ofHost.text().reveal())).isInstanceOf(HostAccess.class);
    }

    private long version() {
        return database.tx(em -> em.createQuery("select t.version from HostToken t where t.id = :id", Long.class)
                .setParameter("id", ofHost.id())
                .getSingleResult());
    }

    private @Nullable Instant lastUse(Class<? extends OpaqueToken> type, MintedToken minted) {
        return database.tx(em -> em.find(type, minted.id())).lastUsedAt();
    }
}
