package io.gatehouse.registry.matrix.appservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.contract.chat.RoomSaying;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@StoreTest
class HomeserverTransactionsTest extends RoomOfTwoAgents {

    HomeserverTransactionsTest(TestDatabase database) {
        super(database);
    }

    @Test
    void messagesReachTheAgentsInTheRoomInOrder() {
        List<RoomEvent> events = new ArrayList<>(List.of(member(ada, "join"), member(bob, "join")));
        IntStream.range(0, 20).forEach(number -> events.add(message(PERSON, "message " + number)));

        test.take(events);

        List<String> expected = IntStream.range(0, 20)
                .mapToObj(number -> body("message " + number))
                .toList();
        assertThat(inbox(ada)).isEqualTo(expected);
        assertThat(inbox(bob)).isEqualTo(expected);
    }

    @Test
    void anAgentOutsideTheRoomReceivesNothing() {
        test.take(List.of(member(ada, "join")));
        test.take(List.of(message(PERSON, "for ada")));

        assertThat(inbox(ada)).containsExactly(body("for ada"));
        assertThat(inbox(bob)).isEmpty();
    }

    @Test
    void anAgentReceivesMessagesAfterItsJoinAndBeforeItsLeave() {
        test.take(List.of(
                member(ada, "join"),
                message(PERSON, "one"),
                member(bob, "join"),
                message(PERSON, "two"),
                member(ada, "leave"),
                message(PERSON, "three"),
                member(bob, "ban"),
                message(PERSON, "four")));

        assertThat(inbox(ada)).containsExactly(body("one"), body("two"));
        assertThat(inbox(bob)).containsExactly(body("two"), body("three"));
        assertThat(present()).isEmpty();
    }

    @Test
    void anAgentsMessageReachesTheOthersButNotItself() {
        test.take(List.of(member(ada, "join"), member(bob, "join"), message(ada.userId(), "my own")));

        assertThat(inbox(ada)).isEmpty();
        assertThat(inbox(bob)).containsExactly(body("my own"));
    }

    @Test
    void messagesInAChatChannelAreWithheldFromTheServingAgent() {
        List<RoomSaying> received = new ArrayList<>();
        test.channels = (saying, agentIds) -> {
            received.add(saying);
            return Set.of(ada.id());
        };
        test.take(List.of(
                member(ada, "join"),
                member(bob, "join"),
                message(PERSON, "install:secret"),
                message("@agent-other-host:localhost", "between agents")));

        assertThat(received).extracting(RoomSaying::text).containsExactly("install:secret");
        assertThat(received.toString()).doesNotContain("secret");
        assertThat(inbox(ada)).containsExactly(body("between agents"));
        assertThat(inbox(bob)).containsExactly(body("install:secret"), body("between agents"));
    }

    @Test
    void anInvitedAgentIsNotYetInTheRoom() {
        test.take(List.of(member(ada, "invite"), message(PERSON, "too early")));

        assertThat(inbox(ada)).isEmpty();
        assertThat(invitations()).containsExactly(ada.userId());
    }

    @Test
    void aJoinOrLeaveEndsTheInvitation() {
        test.take(List.of(member(ada, "invite"), member(bob, "invite")));
        test.take(List.of(member(ada, "join"), member(bob, "leave")));

        assertThat(invitations()).isEmpty();
        assertThat(present()).containsExactly(ada.id().toString());
    }

    @Test
    void aMemberIsNotInvited() {
        test.take(List.of(member(ada, "join"), member(ada, "invite"), message(PERSON, "still here")));

        assertThat(invitations()).isEmpty();
        assertThat(inbox(ada)).containsExactly(body("still here"));
    }

    @Test
    void theMembershipOfPeopleAndUnknownAgentsIsIgnored() {
        test.take(List.of(
                event("m.room.member", PERSON, "@agent-nobody-nowhere:test", "{\"membership\":\"invite\"}", "invite"),
                event("m.room.member", PERSON, PERSON, "{\"membership\":\"join\"}", "join")));

        assertThat(invitations()).isEmpty();
        assertThat(present()).isEmpty();
    }

    @Test
    void stateAndCallEventsAreNotDelivered() {
        test.take(List.of(
                member(ada, "join"),
                event("m.room.topic", PERSON, "", "{\"topic\":\"Tea\"}", null),
                event("m.room.message", PERSON, "", "{\"body\":\"state\"}", null),
                event("m.call.candidates", PERSON, null, "{}", null),
                event("m.reaction", PERSON, null, "{\"r\":1}", null),
                event("m.room.encrypted", PERSON, null, "{\"e\":1}", null),
                event("m.room.redaction", PERSON, null, "{\"d\":1}", null),
                event("m.sticker", PERSON, null, "{\"s\":1}", null)));

        assertThat(inbox(ada)).containsExactly("{\"r\":1}", "{\"e\":1}", "{\"d\":1}", "{\"s\":1}");
    }
}
