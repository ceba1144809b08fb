package io.gatehouse.registry.appservice;

import io.gatehouse.contract.appservice.HomeserverTransaction;
import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.contract.chat.ChannelMoves;
import io.gatehouse.contract.chat.ChannelRooms;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.homeserver.Homeserver;
import io.gatehouse.registry.message.TestInbox;
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

/** The application service over a test's database. Nobody follows invitations unless told to. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
final class TestAppservice {

    final SetClock clock = SetClock.some();

    /** No room is a chat channel unless a test says so. */
    ChannelRooms channels = (saying, agentIds) -> Set.of();

    private final TestDatabase database;
    private final HomeserverTransactionsBean transactions = new HomeserverTransactionsBean();
    private final TransactionRetention retention = new TransactionRetention();

    TestAppservice(TestDatabase database) {
        this.database = database;
        TransactionStore store = new TransactionStore();
        store.entities = database.entityManager();
        transactions.store = store;
        transactions.presences = new Presences();
        transactions.presences.store = new PresenceStore();
        transactions.presences.store.entities = database.entityManager();
        transactions.presences.invitations = invitationStore();
        transactions.presences.invited = unheard();
        transactions.presences.upgrades = upgradeStore();
        transactions.presences.ids = new Ids();
        transactions.channels = new ChannelDeliveries();
        transactions.channels.settings = Settings.of(Map.of());
        transactions.channels.channels = (saying, agentIds) -> channels.take(saying, agentIds);
        transactions.inbox = TestInbox.of(database, clock);
        transactions.clock = clock;
        retention.old = new OldInTransactions();
        retention.old.store = store;
        retention.old.settings = Settings.of(Map.of());
        retention.old.clock = clock;
    }

    private InvitationStore invitationStore() {
        InvitationStore store = new InvitationStore();
        store.entities = database.entityManager();
        return store;
    }

    private RoomUpgradeStore upgradeStore() {
        RoomUpgradeStore store = new RoomUpgradeStore();
        store.entities = database.entityManager();
        return store;
    }

    /** Those who follow rooms at this homeserver. */
    RoomFollowers followers(Homeserver homeserver, ChannelMoves moves) {
        RoomFollowers followers = new RoomFollowers();
        followers.homeserver = homeserver;
        followers.upgrades = new UpgradesInTransactions();
        followers.upgrades.store = upgradeStore();
        followers.upgrades.channels = moves;
        followers.upgrades.clock = clock;
        return followers;
    }

    /** Where an agent has gone on from a room. */
    Optional<String> successor(UUID agentId, String roomId) {
        RoomSuccessorsBean successors = new RoomSuccessorsBean();
        successors.store = upgradeStore();
        return database.tx(() -> successors.of(agentId, roomId));
    }

    /** Those who follow invitations at this homeserver. */
    RoomJoins joins(Homeserver homeserver) {
        return new RoomJoins(invitations(), homeserver, Runnable::run);
    }

    Invitations invitations() {
        Invitations invitations = new InTransactions();
        invitations.store = invitationStore();
        invitations.clock = clock;
        return invitations;
    }

    void take(List<RoomEvent> events) {
        take(UUID.randomUUID().toString(), events);
    }

    void take(String id, List<RoomEvent> events) {
        database.run(() -> transactions.take(transaction(id, events)));
    }

    /** Dies after all work and before the commit. */
    void takeAndDie(String id, List<RoomEvent> events) {
        database.run(() -> {
            transactions.take(transaction(id, events));
            throw new IllegalStateException("killed");
        });
    }

    void forget() {
        retention.forget();
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
    private static Event<Invited> unheard() {
        return (Event<Invited>) Proxy.newProxyInstance(
                TestAppservice.class.getClassLoader(),
                new Class<?>[] {Event.class},
                (proxy, method, arguments) -> null);
    }

    private final class OldInTransactions extends ExpiredTransactions {

        @Override
        public int forget(int limit) {
            return database.tx(() -> super.forget(limit));
        }

        @Override
        public int forgetEvents(int limit) {
            return database.tx(() -> super.forgetEvents(limit));
        }
    }

    private final class UpgradesInTransactions extends RoomUpgrades {

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
