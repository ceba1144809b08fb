package io.gatehouse.registry.matrix.appservice;

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

/** A transaction that is repeated, concurrent, reordered or interrupted by a crash is processed once. */
@StoreTest
class TransactionsProcessedOnceTest extends RoomOfTwoAgents {

    TransactionsProcessedOnceTest(TestDatabase database) {
        super(database);
    }

    @Test
    void aReplayedTransactionIsProcessedOnceEvenByAnotherNode() {
        String id = UUID.randomUUID().toString();
        List<RoomEvent> events = List.of(member(ada, "join"), message(PERSON, "once"));
        test.take(id, events);

        test.take(id, events);
        new TestAppservice(database).take(id, events);

        assertThat(inbox(ada)).containsExactly(body("once"));
    }

    @Test
    void reusedTransactionIdsDeliverOnlyNewEvents() {
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
    void ofConcurrentDeliveriesUnderAReusedIdOneIsProcessed() {
        String id = UUID.randomUUID().toString();
        test.take(id, List.of(member(ada, "join")));
        List<RoomEvent> events = List.of(message(PERSON, "one"), message(PERSON, "two"));

        List<Boolean> done = Crowd.of(16, number -> {
            new TestAppservice(database).take(id, events);
            return inbox(ada).equals(List.of(body("one"), body("two")));
        });

        assertThat(done)
                .as("a call that returns finds the transaction processed")
                .containsOnly(true);
    }

    @Test
    void aCrashUnderAReusedIdIsMadeUpForByTheNextDelivery() {
        String id = UUID.randomUUID().toString();
        test.take(id, List.of(member(ada, "join")));
        List<RoomEvent> events = List.of(message(PERSON, "after the crash"));

        assertThatThrownBy(() -> test.takeAndDie(id, events)).hasMessage("killed");
        assertThat(inbox(ada)).isEmpty();

        test.take(id, events);
        assertThat(inbox(ada)).containsExactly(body("after the crash"));
    }

    @Test
    void anEventInTwoTransactionsIsDeliveredOnce() {
        RoomEvent message = message(PERSON, "once");
        RoomEvent join = member(ada, "join");
        test.take(List.of(join, message, message));
        test.take(List.of(message, message(PERSON, "more")));

        assertThat(inbox(ada)).containsExactly(body("once"), body("more"));
    }

    @Test
    void aRepeatedJoinDoesNotUndoALeave() {
        RoomEvent join = member(ada, "join");
        test.take(List.of(join));
        test.take(List.of(member(ada, "leave")));
        test.take(List.of(join, message(PERSON, "behind her back")));

        assertThat(inbox(ada)).isEmpty();
    }

    @Test
    void reorderedTransactionsAreProcessedInTheOrderOfArrival() {
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
    void ofConcurrentDeliveriesOfOneTransactionOneIsProcessed() {
        String id = UUID.randomUUID().toString();
        List<RoomEvent> events = List.of(member(ada, "join"), message(PERSON, "one"), message(PERSON, "two"));

        List<Boolean> done = Crowd.of(16, number -> {
            new TestAppservice(database).take(id, events);
            return inbox(ada).equals(List.of(body("one"), body("two")));
        });

        assertThat(done)
                .as("a call that returns finds the transaction processed")
                .containsOnly(true);
    }

    @Test
    void transactionsWithTheSameEventsInAnyOrderDoNotDeadlock() {
        test.take(List.of(member(ada, "join"), member(bob, "join")));
        List<RoomEvent> events = IntStream.range(0, 12)
                .mapToObj(number -> message(PERSON, "message " + number))
                .toList();

        List<Boolean> done = Crowd.of(12, number -> {
            List<RoomEvent> rotated = new ArrayList<>(events);
            Collections.rotate(rotated, number);
            test.take(rotated);
            return true;
        });

        assertThat(done).hasSize(12);
        assertThat(inbox(ada))
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(RoomEvent::content).toList());
    }

    @Test
    void aTransactionThatFailsBeforeItsCommitIsProcessedTheNextTime() {
        String id = UUID.randomUUID().toString();
        List<RoomEvent> events = List.of(member(ada, "join"), message(PERSON, "after the crash"));

        assertThatThrownBy(() -> test.takeAndDie(id, events)).hasMessage("killed");
        assertThat(inbox(ada)).isEmpty();
        assertThat(present()).isEmpty();

        test.take(id, events);
        assertThat(inbox(ada)).containsExactly(body("after the crash"));
    }

    @Test
    void transactionsOlderThanTheRetentionAreForgotten() {
        String id = UUID.randomUUID().toString();
        List<RoomEvent> events = List.of(member(ada, "join"), message(PERSON, "again"));
        test.take(id, events);

        test.clock.advance(Duration.ofDays(29));
        test.deleteExpired();
        test.take(id, events);
        test.take(events);
        assertThat(inbox(ada)).containsExactly(body("again"));

        test.clock.advance(Duration.ofDays(2));
        test.deleteExpired();
        assertThat(inbox(ada)).as("the message is as old as its transaction").isEmpty();
        test.take(id, events);
        assertThat(inbox(ada)).containsExactly(body("again"));
    }
}
