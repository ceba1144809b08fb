package io.gatehouse.registry.matrix.appservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.registry.matrix.homeserver.Homeserver;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Unavailable;
import io.gatehouse.registry.matrix.homeserver.Succession;
import io.gatehouse.registry.message.room.KnownAgent;
import io.gatehouse.registry.message.room.TestRooms;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class RoomJoinsTest {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private static final Duration OUTAGE = Duration.ofSeconds(5);

    private final TestDatabase database;
    private final TestAppservice test;
    private final KnownAgent ada;
    private final String room = "!" + UUID.randomUUID() + ":test";
    private final ScriptedHomeserver homeserver;
    private final RoomJoins joins;

    RoomJoinsTest(TestDatabase database) {
        this.database = database;
        this.test = new TestAppservice(database);
        TestRooms rooms = new TestRooms(database);
        ada = rooms.agent(rooms.organization());
        homeserver = new ScriptedHomeserver(rooms.homeserver());
        joins = test.joins(homeserver);
    }

    @Test
    void anInvitedAgentJoins() {
        invite();

        joins.wake();

        assertThat(homeserver.calls()).containsExactly(ada.userId());
        assertThat(pending()).isZero();
        test.clock.advance(A_YEAR);
        joins.wake();
        assertThat(homeserver.calls()).as("once").hasSize(1);
    }

    @Test
    void anAcceptedInvitationIsStoredUntilTheHomeserverReportsTheJoin() {
        invite();
        joins.wake();
        assertThat(stored()).isEqualTo(1);

        test.take(List.of(member("join")));
        assertThat(stored()).isZero();
    }

    @Test
    void whileTheHomeserverIsUnreachableTheWaitDoubles() {
        invite();
        homeserver.answer = new Unavailable<>(OUTAGE, "it does not answer");

        joins.wake();
        joins.wake();
        assertThat(homeserver.calls()).as("it waits before retrying").hasSize(1);

        test.clock.advance(OUTAGE);
        joins.wake();
        test.clock.advance(OUTAGE);
        joins.wake();
        assertThat(homeserver.calls()).as("the second wait is longer").hasSize(2);

        homeserver.answer = null;
        test.clock.advance(OUTAGE);
        joins.wake();
        assertThat(homeserver.calls()).hasSize(3);
        assertThat(pending()).isZero();
    }

    @Test
    void theHomeserversRetryDelayIsRespected() {
        assertThat(RoomJoins.waitAfter(1, Duration.ofMillis(10))).isEqualTo(OUTAGE);
        assertThat(RoomJoins.waitAfter(1, Duration.ofMinutes(3))).isEqualTo(Duration.ofMinutes(3));
        assertThat(RoomJoins.waitAfter(1_000, Duration.ZERO)).isEqualTo(Duration.ofSeconds(640));
    }

    @Test
    void aRefusedInvitationIsNotRetried() {
        invite();
        homeserver.answer = new Refused<>(Reason.FORBIDDEN, "the invitation was withdrawn");

        joins.wake();

        assertThat(pending()).isZero();
    }

    @Test
    void anInvitationReservedByADeadNodeIsAcceptedByAnother() {
        invite();
        takeInvitation();

        joins.wake();
        assertThat(homeserver.calls()).as("the node may still be processing it").isEmpty();

        test.clock.advance(Duration.ofMinutes(2));
        joins.wake();
        assertThat(homeserver.calls()).hasSize(1);
    }

    @Test
    void ofConcurrentNodesOneAcceptsAnInvitation() {
        invite();

        List<Boolean> done = Crowd.of(8, number -> {
            test.joins(homeserver).wake();
            return true;
        });

        assertThat(done).hasSize(8);
        assertThat(homeserver.calls()).hasSize(1);
    }

    @Test
    void endingAnOldInvitationLeavesANewOne() {
        invite();
        Invitation old = takeInvitation();
        test.take(List.of(member("leave")));
        invite();

        test.invitations().end(old.id());

        assertThat(pending()).isEqualTo(1);
    }

    private void invite() {
        test.take(List.of(member("invite")));
    }

    /** Takes the invitation to this test's room; those that other tests left are reserved on the way. */
    private Invitation takeInvitation() {
        Invitation taken;
        do {
            taken = test.invitations().takeNext().orElseThrow();
        } while (!taken.roomId().equals(room));
        return taken;
    }

    private RoomEvent member(String membership) {
        return TestAppservice.event(
                room,
                "m.room.member",
                "@person:test",
                ada.userId(),
                "{\"membership\":\"" + membership + "\"}",
                membership);
    }

    private long pending() {
        return count(test.clock.instant().plus(A_YEAR));
    }

    private long stored() {
        return count(test.clock.instant().plus(A_YEAR.multipliedBy(1_000)));
    }

    private long count(Instant dueBefore) {
        return ((Number) database.tx(entities -> entities.createNativeQuery(
                                "select count(*) from invitation where room_id = ?1 and due_at < ?2")
                        .setParameter(1, room)
                        .setParameter(2, dueBefore.atOffset(ZoneOffset.UTC))
                        .getSingleResult()))
                .longValue();
    }

    /** Local rooms that refuse or fail on request. Records the joins of this test's room. */
    private final class ScriptedHomeserver implements Homeserver {

        private final Homeserver rooms;
        private final List<String> calls = new CopyOnWriteArrayList<>();
        private volatile @Nullable HomeserverAnswer<Void> answer;

        ScriptedHomeserver(Homeserver rooms) {
            this.rooms = rooms;
        }

        List<String> calls() {
            return calls;
        }

        @Override
        public HomeserverAnswer<Void> follow(AgentUserId user, Succession succession) {
            throw new UnsupportedOperationException();
        }

        @Override
        public HomeserverAnswer<Void> join(AgentUserId user, String roomId) {
            if (!roomId.equals(room)) {
                return new Done<>(null);
            }
            calls.add(user.value());
            HomeserverAnswer<Void> scripted = answer;
            return scripted == null ? rooms.join(user, roomId) : scripted;
        }

        @Override
        public HomeserverAnswer<Void> ensureUser(AgentUserId user, @Nullable String displayName) {
            return rooms.ensureUser(user, displayName);
        }

        @Override
        public HomeserverAnswer<String> send(
                AgentUserId sender, String roomId, String eventType, String content, String transactionId) {
            return rooms.send(sender, roomId, eventType, content, transactionId);
        }

        @Override
        public HomeserverAnswer<Void> setTyping(AgentUserId user, String roomId, boolean typing, Duration timeout) {
            return rooms.setTyping(user, roomId, typing, timeout);
        }
    }
}
