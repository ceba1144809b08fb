package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.contract.appservice.HomeserverTransaction;
import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.contract.chat.ChannelMoves;
import io.gatehouse.contract.chat.ChannelRooms;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.matrix.homeserver.Homeserver;
import io.gatehouse.registry.message.TestInbox;
import io.gatehouse.registry.operation.retention.ExpiredRegistryRows;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.TestDatabase;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The application service over a test's database. No invitation is processed unless a test does so. */
final class TestAppservice {

    final SetClock clock = SetClock.some();

    /** No room is a chat channel unless a test changes this. */
    ChannelRooms channels = (saying, agentIds) -> Set.of();

    private final TestDatabase database;
    private final HomeserverTransactionsBean transactions;

    TestAppservice(TestDatabase database) {
        this.database = database;
        TransactionStore store = new TransactionStore(database.entityManager());
        Settings settings = Settings.of(Map.of());
        Presences presences = new Presences(
                new PresenceStore(database.entityManager()), invitationStore(), upgradeStore(), ignored(), new Ids());
        ChannelDeliveries deliveries =
                new ChannelDeliveries((saying, agentIds) -> channels.take(saying, agentIds), settings);
        transactions =
                new HomeserverTransactionsBean(store, presences, deliveries, TestInbox.of(database, clock), clock);
    }

    private InvitationStore invitationStore() {
        return new InvitationStore(database.entityManager());
    }

    private RoomUpgradeStore upgradeStore() {
        return new RoomUpgradeStore(database.entityManager());
    }

    /** Returns the bean that follows rooms at this homeserver. */
    RoomFollowers followers(Homeserver homeserver, ChannelMoves moves) {
        return new RoomFollowers(new UpgradesInTransactions(moves), homeserver, Runnable::run);
    }

    /** Returns the room to which the agent followed the given one. */
    Optional<String> successor(UUID agentId, String roomId) {
        RoomSuccessorsBean successors = new RoomSuccessorsBean(upgradeStore());
        return database.tx(() -> successors.of(agentId, roomId));
    }

    /** Returns the bean that accepts invitations at this homeserver. */
    RoomJoins joins(Homeserver homeserver) {
        return new RoomJoins(invitations(), homeserver, Runnable::run);
    }

    Invitations invitations() {
        return new InTransactions();
    }

    void take(List<RoomEvent> events) {
        take(UUID.randomUUID().toString(), events);
    }

    void take(String id, List<RoomEvent> events) {
        database.run(() -> transactions.take(transaction(id, events)));
    }

    /** Fails after all work and before the commit. */
    void takeAndDie(String id, List<RoomEvent> events) {
        database.run(() -> {
            transactions.take(transaction(id, events));
            throw new IllegalStateException("killed");
        });
    }

    void deleteExpired() {
        ExpiredRegistryRows.deleteHourly(database, clock);
    }

    private static HomeserverTransaction transaction(String id, List<RoomEvent> events) {
        return new HomeserverTransaction(id, events.toString().getBytes(StandardCharsets.UTF_8), events, 0);
    }

    static RoomEvent event(
            String roomId,
            String type,
            String sender,
            @Nullable String stateKey,
            String content,
            @Nullable String membership) {
        return new RoomEvent(
                "$" + UUID.randomUUID(),
                roomId,
                sender,
                type,
                stateKey,
                content,
                membership,
                SetClock.some().instant());
    }

    @SuppressWarnings("unchecked")
    private static Event<Invited> ignored() {
        return (Event<Invited>) Proxy.newProxyInstance(
                TestAppservice.class.getClassLoader(),
                new Class<?>[] {Event.class},
                (proxy, method, arguments) -> null);
    }

    private final class UpgradesInTransactions extends RoomUpgrades {

        private UpgradesInTransactions(ChannelMoves moves) {
            super(upgradeStore(), moves, clock);
        }

        @Override
        public Optional<RoomUpgrade> takeNext() {
            return database.tx(() -> super.takeNext());
        }

        @Override
        public void postpone(RoomUpgrade upgrade, Duration wait) {
            database.run(() -> super.postpone(upgrade, wait));
        }

        @Override
        public void followed(RoomUpgrade upgrade) {
            database.run(() -> super.followed(upgrade));
        }

        @Override
        public void await(RoomUpgrade upgrade) {
            database.run(() -> super.await(upgrade));
        }

        @Override
        public void refuse(RoomUpgrade upgrade) {
            database.run(() -> super.refuse(upgrade));
        }
    }

    private final class InTransactions extends Invitations {

        private InTransactions() {
            super(invitationStore(), clock);
        }

        @Override
        public Optional<Invitation> takeNext() {
            return database.tx(() -> super.takeNext());
        }

        @Override
        public void postpone(UUID id, Duration wait) {
            database.run(() -> super.postpone(id, wait));
        }

        @Override
        public void accepted(UUID id) {
            database.run(() -> super.accepted(id));
        }

        @Override
        public void end(UUID id) {
            database.run(() -> super.end(id));
        }
    }
}
