package io.gatehouse.install.channel.outbox;

import io.gatehouse.contract.connection.DeadLetters;
import io.gatehouse.install.channel.connection.AdministeredOrganizations;
import io.gatehouse.install.channel.connection.ConnectionStore;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.OpenConnections;
import io.gatehouse.install.channel.metric.ChannelCounts;
import io.gatehouse.install.channel.platform.Delivery;
import io.gatehouse.install.channel.platform.Outgoing;
import io.gatehouse.install.channel.platform.PlatformTwin;
import io.gatehouse.install.world.UnobservedEvent;
import io.gatehouse.install.world.World;
import io.gatehouse.kernel.transaction.NewTransaction;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import io.gatehouse.testkit.AnnotatedTransactions;
import jakarta.ejb.EJBException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** The outbox over a {@link World}, with platforms whose answers a test sets. */
public final class OutboxFixture {

    public final Outbox outbox;
    public final OutboundStore store;
    public final OutboxRelay step;
    public final DeliveryReports reports;

    /** The messages that the platforms received, in order. */
    public final List<Outgoing> received = new CopyOnWriteArrayList<>();

    /** The platforms' answer to a message; by default they accept it. */
    public volatile Function<Outgoing, Delivery> platform = message -> new Delivery.Sent("wamid." + message.id());

    /** How many of the next transactions of the outbox fail. */
    public final AtomicInteger failingTransactions = new AtomicInteger();

    /** Whether connections cannot be read. */
    public volatile boolean connectionsFail;

    /** The exception of failing transactions, and of connections that cannot be read. */
    public volatile Supplier<RuntimeException> fault = () -> new EJBException("the database is away");

    private final World world;

    public OutboxFixture(World world, OpenConnections connections, ChannelCounts counts) {
        this.world = world;
        this.store = new OutboundStore(world.database.entityManager(), world.database.joiningDataSource());
        PlatformTwin platforms = new PlatformTwin(this::send);
        this.outbox = new Outbox(store, platforms.apis(), world.ids, world.clock, world.settings);
        RetriedTransactions transactions = new RetriedTransactions(failing(world.newTransaction()));
        OutboxQueue queue = new AnnotatedTransactions(world.database, transactions)
                .on(new OutboxQueue(store, world.clock, new SecureRandom(), world.settings));
        this.step = new OutboxRelay(queue, failing(connections), platforms.apis(), counts);
        this.reports = world.beans.annotated.on(new DeliveryReports(store, world.clock));
    }

    public DeadLetters deadLetters(ConnectionStore connections) {
        DeadLetterStore letters = new DeadLetterStore(world.database.entityManager());
        return world.beans.annotated.on(new DeadLettersBean(
                letters,
                new DeadLetterRevival(letters, world.ids, world.clock, world.settings),
                new AdministeredOrganizations(connections),
                world.beans.audit,
                new UnobservedEvent<>()));
    }

    private NewTransaction failing(NewTransaction transaction) {
        return new NewTransaction() {
            @Override
            public <T> T call(Supplier<T> work) {
                if (failingTransactions.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw fault.get();
                }
                return transaction.call(work);
            }
        };
    }

    private OpenConnections failing(OpenConnections connections) {
        return new OpenConnections() {
            @Override
            public Optional<OpenConnection> find(UUID id) {
                if (connectionsFail) {
                    throw fault.get();
                }
                return connections.find(id);
            }
        };
    }

    private Delivery send(Outgoing message) {
        received.add(message);
        return platform.apply(message);
    }

    /** Sends all due messages. */
    public void sendAll() {
        while (step.sendOne()) {}
    }

    /** Returns the texts that the platforms received for a chat, in order. */
    public List<String> sentTo(String chat) {
        return received.stream()
                .filter(message -> message.chat().equals(chat))
                .map(Outgoing::text)
                .toList();
    }

    public long count(UUID connectionId, String state) {
        return world.count("outbound_message", "connection_id = ?1 and state = ?2", connectionId, state);
    }
}
