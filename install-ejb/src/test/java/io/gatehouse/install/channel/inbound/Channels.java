package io.gatehouse.install.channel.inbound;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.chat.ChannelMoves;
import io.gatehouse.contract.chat.ChannelRooms;
import io.gatehouse.contract.chat.ChatReplies;
import io.gatehouse.contract.chat.RoutedMessage;
import io.gatehouse.contract.connection.ConnectionChange;
import io.gatehouse.contract.connection.ConnectionResult;
import io.gatehouse.contract.connection.DeadLetters;
import io.gatehouse.contract.connection.NewConnection;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.TestConnections;
import io.gatehouse.install.channel.matrix.ChannelMovesBean;
import io.gatehouse.install.channel.matrix.ChannelRoomsBean;
import io.gatehouse.install.channel.matrix.MatrixChannels;
import io.gatehouse.install.channel.metric.ChannelCounts;
import io.gatehouse.install.channel.outbox.OutboxDispatcher;
import io.gatehouse.install.channel.outbox.OutboxFixture;
import io.gatehouse.install.channel.room.AllChats;
import io.gatehouse.install.channel.room.ChannelChats;
import io.gatehouse.install.channel.room.ChatRepliesBean;
import io.gatehouse.install.channel.room.ChatRoomStore;
import io.gatehouse.install.channel.room.ChatRooms;
import io.gatehouse.install.channel.room.ReplyRights;
import io.gatehouse.install.channel.route.RouteStore;
import io.gatehouse.install.world.UnobservedEvent;
import io.gatehouse.install.world.World;
import io.gatehouse.kernel.config.SealedBoxProducer;
import io.gatehouse.kernel.crypto.SealedBox;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import io.gatehouse.testkit.AnnotatedTransactions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A deployment with connections, whose workers run when a test calls them, on its own thread. */
public final class Channels {

    public final World world;
    public final TestConnections connections;
    public final OutboxFixture outbox;
    public final InboundStore store;
    public final MessageIntake intake;
    public final ChannelCounts counts = new ChannelCounts();

    /** The text of a message whose delivery to the agent always fails. */
    public static final String POISON = "poison";

    /** Messages delivered to agents. */
    public final Queue<RoutedMessage> routed = new ConcurrentLinkedQueue<>();

    /** Whether an agent serves the template. */
    public volatile boolean served = true;

    public final ChannelRooms rooms;
    public final ChannelMoves moves;
    public final DeadLetters deadLetters;
    public final ChatReplies replies;

    /** The agent that serves the template. */
    public volatile UUID servingAgent = UUID.randomUUID();

    private final InboxDispatcher workers;
    private final Administrator operator;

    public Channels(World world) {
        this.world = world;
        this.connections = new TestConnections(world);
        this.operator = new Administrator(world.newUser(), true);
        this.outbox = new OutboxFixture(world, connections.open, counts);
        ServingTwin serving = new ServingTwin(world.templateId, () -> servingAgent);
        RetriedTransactions transactions = world.beans.transactions;
        this.store = new InboundStore(world.database.entityManager(), world.database.joiningDataSource());
        SealedBox box = SealedBoxProducer.sealedBox(world.settings, new SecureRandom());
        ChatRooms rooms = new ChatRooms(new ChatRoomStore(world.database.entityManager()), world.ids, world.clock);
        InboundReplies replies = new InboundReplies(outbox.outbox, rooms, this::route, world.clock);
        world.beans.heldDeliveries.add(new HeldInbound(connections.open, replies));
        AnnotatedTransactions annotated = world.beans.annotated;
        InboxQueue queue = annotated.on(new InboxQueue(
                store,
                box,
                new InboundResponder(
                        world.beans.senders,
                        world.beans.handler,
                        replies,
                        world.beans.changes,
                        new DisplayNameStore(world.database.entityManager())),
                connections.open,
                world.clock));
        OutboxDispatcher idle = new OutboxDispatcher(outbox.step, world.settings, task -> {});
        BurstDetector bursts = new BurstDetector(world.settings);
        this.workers = new InboxDispatcher(queue, idle, bursts, counts, task -> {});
        this.deadLetters = outbox.deadLetters(connections.store);
        this.replies = annotated.on(new ChatRepliesBean(
                new AllChats(
                        List.of(new ChannelChats(new ChatRoomStore(world.database.entityManager()), outbox.outbox))),
                new ReplyRights(
                        new ServingTwin(world.templateId, () -> servingAgent),
                        new RouteStore(world.database.joiningDataSource())),
                new UnobservedEvent<>()));
        this.intake = new MessageIntake(
                store,
                new InboundDrafts(box),
                transactions,
                new StoredMessagesNotifier(workers, bursts, new UnobservedEvent<>()),
                world.clock);
        this.moves = new ChannelMovesBean(connections.moved, serving);
        this.rooms = new ChannelRoomsBean(new MatrixChannels(connections.open, serving), intake, counts);
    }

    private boolean route(RoutedMessage message) {
        if (message.text().equals(POISON)) {
            throw new IllegalStateException("broken for good");
        }
        if (served) {
            routed.add(message);
        }
        return served;
    }

    public OpenConnection connect(Platform platform, Map<String, String> settings) {
        ConnectionResult result = connections.connections.create(
                operator, new NewConnection(platform.wireName(), world.templateSlug, "Channel", null, null, settings));
        return connections
                .open
                .find(((ConnectionResult.Done) result).connection().id())
                .orElseThrow();
    }

    public void turnOff(UUID connectionId) {
        connections.connections.change(operator, connectionId, new ConnectionChange(null, null, null, false, Map.of()));
    }

    public void turnOn(UUID connectionId) {
        connections.connections.change(operator, connectionId, new ConnectionChange(null, null, null, true, Map.of()));
    }

    public OpenConnection whatsapp() {
        return connect(
                Platform.WHATSAPP,
                Map.of(
                        "displayNumber", "+44 7911 123456",
                        "phoneNumberId", "106540352242922",
                        "appSecret", "0123456789abcdef0123456789abcdef",
                        "accessToken", "EAAJB-an-access-token-of-WhatsApp",
                        "verifyToken", "a-verify-token-of-ours"));
    }

    /** A WhatsApp message of a person, as the reader produces it. */
    public InboundMessage message(String sender, String text) {
        return new InboundMessage(
                "wamid." + World.number(), sender, List.of(), sender, null, text, null, world.clock.instant());
    }

    /** Processes one message, as a worker does; false if there was none. */
    public boolean processOne() {
        return workers.processOne();
    }

    /** Processes all due messages. */
    public void processAll() {
        while (processOne()) {}
    }
}
