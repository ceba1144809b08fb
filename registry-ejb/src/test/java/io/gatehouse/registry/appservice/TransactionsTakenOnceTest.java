package io.gatehouse.registry.appservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What comes again, at once, in another order or after a crash is taken once. */
@StoreTest
class TransactionsTakenOnceTest extends RoomOfTwoAgents {

    TransactionsTakenOnceTest(TestDatabase database) {
        super(database);
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
}
