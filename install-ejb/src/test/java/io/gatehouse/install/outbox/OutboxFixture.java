package io.gatehouse.install.outbox;

import io.gatehouse.contract.connection.DeadLetters;
import io.gatehouse.install.connection.AdministeredOrganizations;
import io.gatehouse.install.connection.ConnectionStore;
import io.gatehouse.install.connection.OpenConnections;
import io.gatehouse.install.metric.ChannelCounts;
import io.gatehouse.install.platform.Delivery;
import io.gatehouse.install.platform.Outgoing;
import io.gatehouse.install.platform.PlatformTwin;
import io.gatehouse.install.world.World;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The outbox over a world, with platforms that are told what to make of what they get. */
public final class OutboxFixture {

    public final Outbox outbox;
    public final OutboundStore store;
    public final OutboundStep step;
    public final DeliveryReports reports;

    /** What the platforms were handed, in order. */
    public final List<Outgoing> handed = new CopyOnWriteArrayList<>();

    /** What the platforms make of a message; unless a test says otherwise, they send it. */
    public volatile Function<Outgoing, Delivery> platform = message -> new Delivery.Sent("wamid." + message.id());

    private final World world;

    public OutboxFixture(World world, OpenConnections connections, ChannelCounts counts) {
        this.world = world;
        this.store = new OutboundStore(world.database.entityManager(), world.database.joiningDataSource());
        PlatformTwin platforms = new PlatformTwin(this::send);
        this.outbox = new Outbox(store, platforms.apis(), world.ids, world.clock, world.settings);
        OutboundDesk desk = new OutboundDesk(store, world.clock, new SecureRandom(), world.settings);
        this.step = new OutboundStep(world.beans.transactions, desk, connections, platforms.apis(), counts);
        this.reports = new DeliveryReports(store, world.beans.transactions, world.clock);
    }

    public DeadLetters deadLetters(ConnectionStore connections, Senders senders) {
        return new AdministeredDeadLetters(
                world.beans.transactions,
                new DeadLetterDesk(
                        new DeadLetterStore(world.database.entityManager()),
                        new AdministeredOrganizations(connections),
                        world.beans.audit,
                        world.clock,
                        world.settings),
                senders);
    }

    private Delivery send(Outgoing message) {
        handed.add(message);
        return platform.apply(message);
    }

    /** Sends all that is due. */
    public void sendAll() {
        while (step.sendOne()) {}
    }

    /** What was handed over for a chat, in order. */
    public List<String> saidTo(String chat) {
        return handed.stream()
                .filter(message -> message.chat().equals(chat))
                .map(Outgoing::text)
                .toList();
    }

    public long count(UUID connectionId, String state) {
        return world.count("outbound_message", "connection_id = ?1 and state = ?2", connectionId, state);
    }
}
