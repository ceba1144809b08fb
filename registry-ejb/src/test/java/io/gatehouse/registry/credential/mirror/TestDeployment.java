package io.gatehouse.registry.credential.mirror;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.host.Binding;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.credential.access.TestNode;
import io.gatehouse.registry.credential.token.MintedToken;
import io.gatehouse.testkit.Engine;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A separate deployment: a database, and one host of one organization with its agents. */
final class TestDeployment implements AutoCloseable {

    private static final String ACTOR = "test";

    final TestDatabase database;
    final SetClock clock;
    final TestNode node;
    private final Ids ids = new Ids();
    private long generation = 6;
    private @Nullable Organization organization;
    private @Nullable Host host;

    TestDeployment(Engine engine, SetClock clock) {
        this.database = TestDatabase.fresh(engine);
        this.clock = clock;
        this.node = new TestNode(database, clock);
    }

    /** Creates a host of a new organization; returns its token's text. */
    String host(String name) {
        Organization owner =
                Organization.shared(ids.next(), "o-" + name, "Ö " + name, Visibility.PRIVATE, clock.instant());
        Host created = new Host(ids.next(), owner.id(), name, clock.instant());
        created.renewLease(clock.instant(), Duration.ofMinutes(1));
        database.run(entities -> entities.persist(owner));
        database.run(entities -> entities.persist(created));
        organization = owner;
        host = created;
        return text(node.tx(() -> node.hosts().mint(created, Set.of("bridge", "chat:claim"), null, ACTOR)));
    }

    /** Creates a running agent of the last host. */
    Agent agent(String alias, @Nullable String name) {
        if (organization == null || host == null) {
            throw new IllegalStateException("create a host first");
        }
        Agent agent = Agent.registered(
                ids.next(),
                organization.id(),
                alias,
                host.name(),
                "@agent-" + alias + "-" + host.name() + ":test",
                name,
                clock.instant());
        Binding binding = new Binding(ids.next(), agent.id(), host.id(), ++generation, clock.instant());
        database.run(entities -> entities.persist(agent));
        database.run(entities -> entities.persist(binding));
        return agent;
    }

    /** Mints a token of the agent; returns its text. */
    String token(Agent agent, @Nullable Duration life) {
        return text(mint(agent, life));
    }

    MintedToken mint(Agent agent, @Nullable Duration life) {
        return node.tx(() -> node.agents()
                .mint(
                        agent,
                        Set.of("send", "receive"),
                        life == null ? null : clock.instant().plus(life),
                        ACTOR));
    }

    boolean revoke(Agent agent, UUID tokenId) {
        return node.tx(() -> node.agents().revoke(agent, tokenId, ACTOR));
    }

    static String text(MintedToken minted) {
        return minted.text().reveal();
    }

    TokenCheck check(String token) {
        return node.check(token);
    }

    List<?> rows(String sql) {
        return database.tx(entities -> entities.createNativeQuery(sql).getResultList());
    }

    @Override
    public void close() {
        database.close();
    }
}
