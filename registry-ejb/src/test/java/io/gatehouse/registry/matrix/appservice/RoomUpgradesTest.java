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
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replaced rooms, and the agents that follow them. */
@StoreTest
class RoomUpgradesTest {

    private static final String PERSON = "@person:elsewhere.test:8448";

    private final TestAppservice test;
    private final KnownAgent agent;
    private final String before = "!before-" + UUID.randomUUID() + ":test";
    private final String after = "!after-" + UUID.randomUUID();
    private final Rooms rooms = new Rooms();
    private final List<String> moves = new ArrayList<>();
    private final RoomFollowers followers;

    RoomUpgradesTest(TestDatabase database) {
        test = new TestAppservice(database);
        TestRooms local = new TestRooms(database);
        agent = local.agent(local.organization());
        followers = test.followers(rooms, (agentId, oldRoom, newRoom) -> {
            assertThat(agentId).isEqualTo(agent.id());
            moves.add(oldRoom + " " + newRoom);
        });
        test.take(List.of(member(before, "join")));
    }

    @Test
    void anAgentFollowsItsRoomAndItsChannelsMoveAlong() {
        test.take(List.of(tombstone("", after)));
        followers.wake();

        assertThat(rooms.followed).containsExactly(new Succession(before, after, "elsewhere.test:8448", false));
        assertThat(moves).containsExactly(before + " " + after);
        assertThat(test.successor(agent.id(), before)).contains(after);
        followers.wake();
        test.take(List.of(tombstone("", after)));
        followers.wake();
        assertThat(moves).as("once").hasSize(1);
    }

    @Test
    void anInvalidTombstoneIsIgnored() {
        for (RoomEvent event : List.of(
                tombstone(null, after),
                tombstone("x", after),
                tombstone("", before),
                tombstone("", "#alias:test"),
                tombstone("", "!"),
                tombstone("", "!a b"),
                tombstone("", "!" + "ü".repeat(200)),
                event(before, "m.room.tombstone", "", "{}"),
                event(before, "m.room.tombstone", "", "{\"replacement_room\":7}"),
                event("!elsewhere-" + UUID.randomUUID(), "m.room.tombstone", "", content(after)),
                event(before, "m.room.create", "", content(after)))) {
            test.take(List.of(event));
        }
        followers.wake();

        assertThat(rooms.followed).isEmpty();
    }

    @Test
    void aRoomThatIsNotTheSuccessorTakesNothingOver() {
        rooms.answer = new Refused<>(Reason.FORBIDDEN, "the new room does not name the old one as its predecessor");
        test.take(List.of(tombstone("", after)));
        followers.wake();
        rooms.answer = new Done<>(null);
        test.take(List.of(member(after, "invite"), tombstone("", after)));
        test.clock.advance(Duration.ofDays(1));
        followers.wake();

        assertThat(rooms.followed).hasSize(1);
        assertThat(moves).isEmpty();
        assertThat(test.successor(agent.id(), before)).isEmpty();
    }

    @Test
    void anAgentThatMayNotJoinYetFollowsOnceInvited() {
        rooms.answer = new Refused<>(Reason.NOT_IN_ROOM, "the agent is not in the room");
        test.take(List.of(tombstone("", after)));
        followers.wake();
        test.clock.advance(Duration.ofDays(1));
        followers.wake();
        assertThat(rooms.followed).as("no invitation arrived meanwhile").hasSize(1);

        rooms.answer = new Done<>(null);
        test.take(List.of(member(after, "invite")));
        followers.wake();
        assertThat(moves).containsExactly(before + " " + after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invite", "join"})
    void anAgentThatJoinedIndependentlyStays(String membership) {
        rooms.answer = new Refused<>(Reason.NOT_IN_ROOM, "the agent is not in the room");
        test.take(List.of(tombstone("", after)));
        followers.wake();

        rooms.answer = new Refused<>(Reason.FORBIDDEN, "the new room does not name the old one as its predecessor");
        test.take(List.of(member(after, membership)));
        followers.wake();

        assertThat(rooms.followed).extracting(Succession::wasThere).containsExactly(false, true);
    }

    @Test
    void anAgentInvitedToTheNewRoomStaysThere() {
        test.take(List.of(member(after, "invite")));
        test.take(List.of(tombstone("", after)));
        followers.wake();
        String third = "!third-" + UUID.randomUUID() + ":test";
        test.take(List.of(tombstone("", third)));
        test.take(List.of(member(third, "invite")));
        followers.wake();

        assertThat(rooms.followed).extracting(Succession::wasThere).containsExactly(true, true);
    }

    @Test
    void anAgentThatAcceptedAnInvitationStaysBeforeItsJoinIsReported() {
        test.take(List.of(member(after, "invite")));
        rooms.open = true;
        test.joins(rooms).wake();
        test.take(List.of(tombstone("", after)));
        followers.wake();

        assertThat(rooms.followed).extracting(Succession::wasThere).containsExactly(true);
    }

    @Test
    void joiningByFollowingIsNoReasonToStay() {
        rooms.answer = new Unavailable<>(Duration.ofSeconds(5), "it does not answer whether it is the successor");
        test.take(List.of(tombstone("", after)));
        followers.wake();
        test.take(List.of(member(after, "join")));
        test.clock.advance(Duration.ofMinutes(1));
        followers.wake();

        assertThat(rooms.followed).extracting(Succession::wasThere).containsExactly(false, false);
    }

    @Test
    void whileTheHomeserverIsUnreachableFollowingWaits() {
        rooms.answer = new Unavailable<>(Duration.ofSeconds(5), "it does not answer");
        test.take(List.of(tombstone("", after)));
        followers.wake();
        followers.wake();
        assertThat(rooms.followed).hasSize(1);

        rooms.answer = new Done<>(null);
        test.clock.advance(Duration.ofSeconds(5));
        followers.wake();
        assertThat(moves).hasSize(1);
    }

    @Test
    void anEarlierMembershipInTheNewRoomIsReported() {
        test.take(List.of(member(after, "join")));
        test.take(List.of(tombstone("", after)));
        followers.wake();

        assertThat(rooms.followed).extracting(Succession::wasThere).containsExactly(true);
    }

    @Test
    void ofTwoTombstonesTheLaterCounts() {
        String third = "!third-" + UUID.randomUUID() + ":test";
        test.take(List.of(tombstone("", after), tombstone("", third)));
        followers.wake();

        assertThat(rooms.followed).extracting(Succession::newRoom).containsExactly(third);
    }

    @Test
    void anAgentOutsideTheRoomAtItsTombstoneDoesNotFollow() {
        test.take(List.of(member(before, "leave"), tombstone("", after), member(before, "join")));
        followers.wake();

        assertThat(rooms.followed).isEmpty();
    }

    private RoomEvent tombstone(@Nullable String stateKey, String newRoom) {
        return event(before, "m.room.tombstone", stateKey, content(newRoom));
    }

    private static String content(String newRoom) {
        return "{\"body\":\"This room has been replaced\",\"replacement_room\":\"" + newRoom + "\"}";
    }

    private static RoomEvent event(String room, String type, @Nullable String stateKey, String content) {
        return TestAppservice.event(room, type, PERSON, stateKey, content, null);
    }

    private RoomEvent member(String room, String membership) {
        return TestAppservice.event(
                room, "m.room.member", PERSON, agent.userId(), "{\"membership\":\"" + membership + "\"}", membership);
    }

    /** A homeserver of which only {@code follow} is called. Answers for this test's agent only. */
    private final class Rooms implements Homeserver {

        private final List<Succession> followed = new ArrayList<>();
        private HomeserverAnswer<Void> answer = new Done<>(null);
        private boolean open;

        @Override
        public HomeserverAnswer<Void> follow(AgentUserId user, Succession succession) {
            if (!user.value().equals(agent.userId())) {
                return new Unavailable<>(Duration.ofDays(1), "it is another test's");
            }
            followed.add(succession);
            return answer;
        }

        @Override
        public HomeserverAnswer<Void> join(AgentUserId user, String roomId) {
            return open ? new Done<>(null) : new Unavailable<>(Duration.ofDays(1), "it is another test's");
        }

        @Override
        public HomeserverAnswer<Void> ensureUser(AgentUserId user, @Nullable String displayName) {
            throw new UnsupportedOperationException();
        }

        @Override
        public HomeserverAnswer<String> send(
                AgentUserId sender, String roomId, String eventType, String content, String transactionId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public HomeserverAnswer<Void> setTyping(AgentUserId user, String roomId, boolean typing, Duration timeout) {
            throw new UnsupportedOperationException();
        }
    }
}
