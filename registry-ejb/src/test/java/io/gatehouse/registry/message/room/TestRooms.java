package io.gatehouse.registry.message.room;

import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.matrix.homeserver.Homeserver;
import io.gatehouse.registry.message.InboxStore;
import io.gatehouse.registry.message.TestInbox;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.TestDatabase;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Local rooms over a test's database, with agents. */
public final class TestRooms {

    private final TestDatabase database;
    private final Ids ids = new Ids();
    private final InstantSource clock = SetClock.some();
    final LocalRooms rooms;
    private final KnownAgents agents;

    public TestRooms(TestDatabase database) {
        this.database = database;
        this.agents = new KnownAgents(transactions());
        this.rooms = newNode();
    }

    /** Returns the rooms of a new node, with empty caches. */
    LocalRooms newNode() {
        RoomTransactions transactions = transactions();
        return new LocalRooms(new KnownAgents(transactions), transactions);
    }

    private RoomTransactions transactions() {
        return new Transactions(
                new RoomStore(database.entityManager()), TestInbox.of(database, clock), ids, new SecureRandom(), clock);
    }

    public Homeserver homeserver() {
        return rooms;
    }

    public KnownAgents knownAgents() {
        return agents;
    }

    public UUID organization() {
        Organization organization =
                Organization.shared(ids.next(), "o-" + ids.next(), "Organization", Visibility.PRIVATE, clock.instant());
        database.run(entities -> entities.persist(organization));
        return organization.id();
    }

    public KnownAgent agent(UUID organizationId) {
        String alias = "a" + UUID.randomUUID();
        Agent agent = Agent.registered(
                ids.next(), organizationId, alias, "web1", "@agent-" + alias + "-web1:test", null, clock.instant());
        database.run(entities -> entities.persist(agent));
        return new KnownAgent(agent.id(), organizationId, "@agent-" + alias + "-web1:test", "web1");
    }

    private final class Transactions extends RoomTransactions {

        private Transactions(RoomStore store, InboxStore inbox, Ids ids, SecureRandom random, InstantSource clock) {
            super(store, inbox, ids, random, clock);
        }

        @Override
        public Optional<KnownAgent> findAgent(String userId) {
            return database.tx(() -> super.findAgent(userId));
        }

        @Override
        public void join(KnownAgent agent, String roomId) {
            database.run(() -> super.join(agent, roomId));
        }

        @Override
        public String send(
                KnownAgent sender,
                String roomId,
                String eventType,
                String content,
                Collection<String> mentioned,
                String transactionId) {
            return database.tx(() -> super.send(sender, roomId, eventType, content, mentioned, transactionId));
        }
    }
}
