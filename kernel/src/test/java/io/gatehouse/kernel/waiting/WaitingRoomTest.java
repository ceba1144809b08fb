package io.gatehouse.kernel.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.waiting.WaitingRoom.Entry;
import io.gatehouse.kernel.waiting.WaitingRoom.Rules;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a waiting room")
class WaitingRoomTest {

    private static final Rules RULES = new Rules(2, 5, Duration.ofMillis(1), 3);

    private record Seen(List<String> waiting, boolean quiet) {}

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    private final BlockingQueue<Seen> rounds = new LinkedBlockingQueue<>();
    private final WaitingRoom<String, String> room =
            new WaitingRoom<>(RULES, () -> executor, (waiting, quiet) -> rounds.add(new Seen(waiting, quiet)));

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    @Test
    @DisplayName("admits requests up to the limit per key and in total, and again when others have left")
    void limitsPerKeyAndInTotalHold() {
        assertThat(room.enter("a", "1")).isEqualTo(Entry.ADMITTED);
        assertThat(room.enter("a", "2")).isEqualTo(Entry.ADMITTED);
        assertThat(room.enter("a", "3")).isEqualTo(Entry.TOO_MANY_THERE);
        assertThat(room.enter("b", "4")).isEqualTo(Entry.ADMITTED);
        assertThat(room.enter("c", "5")).isEqualTo(Entry.ADMITTED);
        assertThat(room.enter("d", "6")).isEqualTo(Entry.ADMITTED);
        assertThat(room.enter("e", "7")).isEqualTo(Entry.TOO_MANY);

        room.leave("a", "1");
        room.leave("a", "1");
        room.leave("e", "7");
        assertThat(room.enter("a", "3")).isEqualTo(Entry.ADMITTED);
        assertThat(room.enter("e", "7")).isEqualTo(Entry.TOO_MANY);
        assertThat(room.at("a")).containsExactlyInAnyOrder("2", "3");
        assertThat(room.at("e")).isEmpty();
        assertThat(room.all()).containsExactlyInAnyOrder("2", "3", "4", "5", "6");
    }

    @Test
    @DisplayName("keeps its count under concurrent entering and leaving")
    void theCountIsThreadSafe() throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(number -> new Thread(() -> {
                    awaitStart(start);
                    for (int i = 0; i < 2_000; i++) {
                        String thing = "thing " + i % 3;
                        if (room.enter(thing, "waiter " + number) == Entry.ADMITTED) {
                            room.leave(thing, "waiter " + number);
                        }
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(room.all()).isEmpty();
        limitsPerKeyAndInTotalHold();
    }

    @Test
    @DisplayName("runs rounds while a request waits, every third one with signs of life, and none while it is empty")
    void roundsRunWhileARequestWaits() throws Exception {
        room.enter("a", "1");
        for (boolean quiet : new boolean[] {false, false, true, false, false, true}) {
            assertThat(rounds.poll(10, TimeUnit.SECONDS)).isEqualTo(new Seen(List.of("1"), quiet));
        }

        room.leave("a", "1");
        settle();
        rounds.clear();
        assertThat(executor.getQueue()).as("what is scheduled").isEmpty();

        room.enter("b", "2");
        assertThat(rounds.poll(10, TimeUnit.SECONDS)).isNotNull().satisfies(seen -> assertThat(seen.waiting())
                .containsExactly("2"));
    }

    @Test
    @DisplayName("runs the next round after one that failed")
    void roundsContinueAfterAFailure() throws InterruptedException {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        WaitingRoom<String, String> failing = new WaitingRoom<>(RULES, () -> executor, (waiting, quiet) -> {
            seen.add("round");
            throw new IllegalStateException("the database is gone");
        });
        failing.enter("a", "1");

        for (int round = 0; round < 3; round++) {
            assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("round");
        }
    }

    @Test
    @DisplayName("cancels the scheduled round when it is stopped")
    void stopCancelsTheScheduledRound() {
        WaitingRoom<String, String> slow = new WaitingRoom<>(
                new Rules(1, 1, Duration.ofDays(1), 1),
                () -> executor,
                (waiting, quiet) -> rounds.add(new Seen(waiting, quiet)));
        slow.enter("a", "1");
        assertThat(executor.getQueue()).hasSize(1);
        executor.setRemoveOnCancelPolicy(true);

        slow.stop();
        assertThat(executor.getQueue()).isEmpty();
    }

    /** Waits until the rounds that had begun have ended: the executor has one thread. */
    private void settle() throws Exception {
        do {
            executor.submit(() -> {}).get();
        } while (!executor.getQueue().isEmpty());
    }

    private static void awaitStart(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
