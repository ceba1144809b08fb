package io.gatehouse.registry.appservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.contract.chat.RoomSaying;
import io.gatehouse.registry.message.TestInbox;
import io.gatehouse.registry.room.KnownAgent;
import io.gatehouse.registry.room.TestRooms;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class HomeserverTransactionsTest {

    private static final String PERSON = "@person:test";

    private final TestDatabase database;
    private final TestAppservice test;
    private final KnownAgent ada;
    private final KnownAgent bob;
    private final String room = "!" + UUID.randomUUID() + ":test";

    HomeserverTransactionsTest(TestDatabase database) {
        this.database = database;
        this.test = new TestAppservice(database);
        TestRooms rooms = new TestRooms(database);
        UUID organization = rooms.organization();
        ada = rooms.agent(organization);
        bob = rooms.agent(organization);
    }

    @Test
    void messagesReachTheAgentsThatAreInTheRoomInOrder() {
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
    void whoIsNotInTheRoomGetsNothing() {
        test.take(List.of(member(ada, "join")));
        test.take(List.of(message(PERSON, "for ada")));

        assertThat(inbox(ada)).containsExactly(body("for ada"));
        assertThat(inbox(bob)).isEmpty();
    }

    @Test
    void whoComesInBetweenMessagesGetsThoseAfterAndWhoLeavesThoseBefore() {
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
    void whatAnAgentSaidDoesNotComeBackToItButReachesTheOthers() {
        test.take(List.of(member(ada, "join"), member(bob, "join"), message(ada.userId(), "my own")));

        assertThat(inbox(ada)).isEmpty();
        assertThat(inbox(bob)).containsExactly(body("my own"));
    }

    @Test
    void whatPeopleSayInAChatChannelIsJudgedBeforeTheServingAgentHearsOfIt() {
        List<RoomSaying> judged = new ArrayList<>();
        test.channels = (saying, agentIds) -> {
            judged.add(saying);
            return Set.of(ada.id());
        };
        test.take(List.of(
                member(ada, "join"),
                member(bob, "join"),
                message(PERSON, "install:secret"),
                message("@agent-other-host:localhost", "between agents")));

        assertThat(judged).extracting(RoomSaying::text).containsExactly("install:secret");
        assertThat(judged.toString()).doesNotContain("secret");
        assertThat(inbox(ada)).containsExactly(body("between agents"));
        assertThat(inbox(bob)).containsExactly(body("install:secret"), body("between agents"));
    }

    @Test
    void anInvitationIsNoPresence() {
        test.take(List.of(member(ada, "invite"), message(PERSON, "too early")));

        assertThat(inbox(ada)).isEmpty();
        assertThat(invitations()).containsExactly(ada.userId());
    }

    @Test
    void whoHasComeOrIsTurnedAwayIsNoLongerInvited() {
        test.take(List.of(member(ada, "invite"), member(bob, "invite")));
        test.take(List.of(member(ada, "join"), member(bob, "leave")));

        assertThat(invitations()).isEmpty();
        assertThat(present()).containsExactly(ada.id().toString());
    }

    @Test
    void whoIsThereAlreadyIsNotInvited() {
        test.take(List.of(member(ada, "join"), member(ada, "invite"), message(PERSON, "still here")));

        assertThat(invitations()).isEmpty();
        assertThat(inbox(ada)).containsExactly(body("still here"));
    }

    @Test
    void theMembershipOfPeopleAndOfNobodysAgentsIsNobodysBusiness() {
        test.take(List.of(
                event("m.room.member", PERSON, "@agent-nobody-nowhere:test", "{\"membership\":\"invite\"}", "invite"),
                event("m.room.member", PERSON, PERSON, "{\"membership\":\"join\"}", "join")));

        assertThat(invitations()).isEmpty();
        assertThat(present()).isEmpty();
    }

    @Test
    void stateAndCallsAreNoMessages() {
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

    @Test
    void aTransactionThatIsReplayedIsTakenOnceAlsoByAnotherNode() {
        String id = UUID.randomUUID().toString();
        List<RoomEvent> events = List.of(member(ada, "join"), message(PERSON, "once"));
        test.take(id, events);

        test.take(id, events);
        new TestAppservice(database).take(id, events);

        assertThat(inbox(ada)).containsExactly(body("once"));
    }

    @Test
    void aHomeserverThatCountsAnewIsHeardAndWhatItRepeatsIsNot() {
        String id = UUID.randomUUID().toString();
        RoomEvent join = member(ada, "join");
        RoomEvent before = message(PERSON, "before its restart");
        test.take(id, List.of(join, before));

        RoomEvent after = message(PERSON, "after its restart");
        List<RoomEvent> again = List.of(before, after);
        test.take(id, again);
        assertThat(inbox(ada)).containsExactly(before.content(), after.content());

        test.take(id, again);
        test.take(id, List.of(join, before));
        test.take(id, List.of(after, before));
        assertThat(inbox(ada)).containsExactly(before.content(), after.content());
    }

    @Test
    void ofManyThatTakeOneTransactionUnderTheIdOfAnotherAtOnceOneDoes() {
        String id = UUID.randomUUID().toString();
        test.take(id, List.of(member(ada, "join")));
        List<RoomEvent> events = List.of(message(PERSON, "one"), message(PERSON, "two"));

        List<Boolean> done = Crowd.of(16, number -> {
            new TestAppservice(database).take(id, events);
            return inbox(ada).equals(List.of(body("one"), body("two")));
        });

        assertThat(done).as("whoever is told that it is taken finds it taken").containsOnly(true);
    }

    @Test
    void whatDiesUnderTheIdOfAnotherIsTakenTheNextTime() {
        String id = UUID.randomUUID().toString();
        test.take(id, List.of(member(ada, "join")));
        List<RoomEvent> events = List.of(message(PERSON, "after the crash"));

        assertThatThrownBy(() -> test.takeAndDie(id, events)).hasMessage("killed");
        assertThat(inbox(ada)).isEmpty();

        test.take(id, events);
        assertThat(inbox(ada)).containsExactly(body("after the crash"));
    }

    @Test
    void anEventThatTwoTransactionsBringIsDeliveredOnce() {
        RoomEvent message = message(PERSON, "once");
        RoomEvent join = member(ada, "join");
        test.take(List.of(join, message, message));
        test.take(List.of(message, message(PERSON, "more")));

        assertThat(inbox(ada)).containsExactly(body("once"), body("more"));
    }

    @Test
    void aMembershipThatComesAgainDoesNotBringBackWhoLeft() {
        RoomEvent join = member(ada, "join");
        test.take(List.of(join));
        test.take(List.of(member(ada, "leave")));
        test.take(List.of(join, message(PERSON, "behind her back")));

        assertThat(inbox(ada)).isEmpty();
    }

    @Test
    void transactionsThatComeInAnotherOrderAreEachTakenAsTheyCome() {
        test.take(List.of(member(ada, "join")));
        RoomEvent first = message(PERSON, "first");
        RoomEvent second = message(PERSON, "second");
        String id = UUID.randomUUID().toString();
        test.take(id + "-2", List.of(second));
        test.take(id + "-1", List.of(first));
        test.take(id + "-2", List.of(second));
        test.take(id + "-1", List.of(first));

        assertThat(inbox(ada)).containsExactly(body("second"), body("first"));
    }

    @Test
    void ofManyThatTakeOneTransactionAtOnceOneDoes() {
        String id = UUID.randomUUID().toString();
        List<RoomEvent> events = List.of(member(ada, "join"), message(PERSON, "one"), message(PERSON, "two"));

        List<Boolean> done = Crowd.of(16, number -> {
            new TestAppservice(database).take(id, events);
            return inbox(ada).equals(List.of(body("one"), body("two")));
        });

        assertThat(done).as("whoever is told that it is taken finds it taken").containsOnly(true);
    }

    @Test
    void transactionsWithTheSameEventsInAnyOrderDoNotTrapOneAnother() {
        test.take(List.of(member(ada, "join"), member(bob, "join")));
        List<RoomEvent> events = IntStream.range(0, 12)
                .mapToObj(number -> message(PERSON, "message " + number))
                .toList();

        List<Boolean> done = Crowd.of(12, number -> {
            List<RoomEvent> turned = new ArrayList<>(events);
            Collections.rotate(turned, number);
            test.take(turned);
            return true;
        });

        assertThat(done).hasSize(12);
        assertThat(inbox(ada))
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(RoomEvent::content).toList());
    }

    @Test
    void whatDiesBeforeItsCommitLeavesNothingAndIsTakenTheNextTime() {
        String id = UUID.randomUUID().toString();
        List<RoomEvent> events = List.of(member(ada, "join"), message(PERSON, "after the crash"));

        assertThatThrownBy(() -> test.takeAndDie(id, events)).hasMessage("killed");
        assertThat(inbox(ada)).isEmpty();
        assertThat(present()).isEmpty();

        test.take(id, events);
        assertThat(inbox(ada)).containsExactly(body("after the crash"));
    }

    @Test
    void whatIsOlderThanTheMessagesThatAreKeptIsForgotten() {
        String id = UUID.randomUUID().toString();
        List<RoomEvent> events = List.of(member(ada, "join"), message(PERSON, "again"));
        test.take(id, events);

        test.clock.advance(Duration.ofDays(29));
        test.forget();
        test.take(id, events);
        test.take(events);
        assertThat(inbox(ada)).containsExactly(body("again"));

        test.clock.advance(Duration.ofDays(2));
        test.forget();
        test.take(id, events);
        assertThat(inbox(ada)).containsExactly(body("again"), body("again"));
    }

    private List<String> inbox(KnownAgent agent) {
        return TestInbox.contents(database, agent.id(), room);
    }

    private List<String> present() {
        return texts("select cast(agent_id as varchar(36)) from room_presence where room_id = ?1");
    }

    private List<String> invitations() {
        return texts("select a.agent_user_id from invitation i join agent a on a.id = i.agent_id where room_id = ?1");
    }

    private List<String> texts(String select) {
        List<?> rows = database.tx(entities ->
                entities.createNativeQuery(select).setParameter(1, room).getResultList());
        return rows.stream().map(String.class::cast).toList();
    }

    private RoomEvent member(KnownAgent agent, String membership) {
        return event("m.room.member", PERSON, agent.userId(), "{\"membership\":\"" + membership + "\"}", membership);
    }

    private RoomEvent message(String sender, String text) {
        return event("m.room.message", sender, null, body(text), null);
    }

    private RoomEvent event(
            String type, String sender, @Nullable String stateKey, String content, @Nullable String membership) {
        return TestAppservice.event(room, type, sender, stateKey, content, membership);
    }

    private static String body(String text) {
        return "{\"msgtype\":\"m.text\",\"body\":\"" + text + "\"}";
    }
}
