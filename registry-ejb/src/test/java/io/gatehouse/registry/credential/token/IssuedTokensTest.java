package io.gatehouse.registry.credential.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.access.TokenCheck.Refused;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.credential.access.TestNode;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@StoreTest
class IssuedTokensTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final SetClock clock = SetClock.some();
    private final Ids ids = new Ids();
    private final TestNode node;
    private final AgentTokens agents;
    private final HostTokens hosts;
    private final Host host;
    private final Agent agent;

    IssuedTokensTest(TestDatabase database) {
        node = new TestNode(database, clock);
        agents = node.agents();
        hosts = node.hosts();
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
    void aMintedAgentTokenIsValidUntilItIsRevoked() {
        MintedToken minted = mintForAgent();
        assertThat(check(minted)).isInstanceOf(AgentAccess.class);

        assertThat(node.tx(() -> agents.revoke(agent, minted.id(), "test"))).isTrue();
        assertThat(node.tx(() -> agents.revoke(agent, minted.id(), "test"))).isFalse();
        assertThat(check(minted)).isInstanceOf(Refused.class);
    }

    @Test
    void earlierTokensExpireAndTheNewOneStays() {
        MintedToken earlier = mintForAgent();
        assertThat(node.tx(() -> agents.expireBy(agent.id(), clock.instant().plus(HOUR), "test")))
                .isEqualTo(1);
        MintedToken newest = mintForAgent();
        assertThat(active()).isEqualTo(Map.of(agent.id(), 2));

        clock.advance(HOUR);
        assertThat(check(earlier)).isInstanceOf(Refused.class);
        assertThat(check(newest)).isInstanceOf(AgentAccess.class);
        assertThat(active()).isEqualTo(Map.of(agent.id(), 1));
    }

    @Test
    void allTokensOfAnAgentAreRevokedTogether() {
        List<MintedToken> minted = List.of(mintForAgent(), mintForAgent());

        assertThat(node.tx(() -> agents.revokeAll(agent, "test"))).isEqualTo(2);
        assertThat(node.tx(() -> agents.revokeAll(agent, "test"))).isZero();
        assertThat(minted).allSatisfy(token -> assertThat(check(token)).isInstanceOf(Refused.class));
        assertThat(active()).isEmpty();
    }

    @Test
    void aRotatedHostTokenAndItsSuccessorOverlap() {
        MintedToken old = mintForHost();
        MintedToken successor =
                node.tx(() -> hosts.rotate(old.id(), HOUR, "test")).orElseThrow();
        assertThat(check(old)).isInstanceOf(HostAccess.class);
        assertThat(check(successor))
                .isEqualTo(new HostAccess(successor.id(), host.organizationId(), host.name(), Set.of("bridge")));

        clock.advance(HOUR);
        assertThat(check(old)).isInstanceOf(Refused.class);
        assertThat(check(successor)).isInstanceOf(HostAccess.class);
        assertThat(node.tx(() -> hosts.rotate(old.id(), HOUR, "test"))).isEmpty();
    }

    @Test
    void aRevokedHostTokenIsRefusedAndCannotBeRotated() {
        MintedToken minted = mintForHost();

        assertThat(node.tx(() -> hosts.revoke(minted.id(), "test"))).isTrue();
        assertThat(node.tx(() -> hosts.revoke(minted.id(), "test"))).isFalse();
        assertThat(check(minted)).isInstanceOf(Refused.class);
        assertThat(node.tx(() -> hosts.rotate(minted.id(), HOUR, "test"))).isEmpty();
        assertThat(node.tx(() -> hosts.list(host))).hasSize(1);
    }

    private MintedToken mintForAgent() {
        return node.tx(() -> agents.mint(agent, Set.of("send"), null, "test"));
    }

    private MintedToken mintForHost() {
        return node.tx(() -> hosts.mint(host, Set.of("bridge"), null, "test"));
    }

    private Map<UUID, Integer> active() {
        return node.tx(() -> agents.active(List.of(agent.id())));
    }

    private TokenCheck check(MintedToken minted) {
        return node.check(minted.text().reveal());
    }
}
