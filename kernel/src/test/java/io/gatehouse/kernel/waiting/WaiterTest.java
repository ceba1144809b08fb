package io.gatehouse.kernel.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.fault.DatabaseAwayException;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WaiterTest {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile Runnable meanwhile = () -> {};
    private final List<Waiter<Recorder, String>> left = new ArrayList<>();
    private final Waiter<Recorder, String> waiter = new Waiter<>(new Recorder(), Runnable::run, left::add);

    private final class Recorder implements Waiter.Listener<String> {

        @Override
        public void changed() {
            meanwhile.run();
            told.add("changed");
        }

        @Override
        public void idle() {
            told.add("idle");
        }

        @Override
        public void ended(String reason) {
            told.add("ended: " + reason);
        }
    }

    @Test
    void theListenerIsToldUntilTheNodeEndsTheWait() {
        waiter.wake();
        waiter.idle();
        waiter.endSoon("shutdown");
        waiter.wake();
        waiter.idle();
        waiter.end("again");
        waiter.close();

        assertThat(told).containsExactly("changed", "idle", "ended: shutdown");
        assertThat(left).containsExactly(waiter);
    }

    @Test
    @Timeout(30)
    void aListenerThatBlocksHoldsUpOneThreadAtTheEnd() throws InterruptedException {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        meanwhile = () -> {
            blocked.countDown();
            awaitQuietly(read);
        };
        Thread slow = started(waiter::wake);
        blocked.await();

        CountDownLatch oneReturned = new CountDownLatch(1);
        Runnable end = () -> {
            waiter.end("revoked");
            oneReturned.countDown();
        };
        List<Thread> ends = List.of(started(end), started(end));
        oneReturned.await(); // the other tells the end, and waits for the call that is going on
        assertThat(left).as("it waits no more").containsExactly(waiter);

        read.countDown();
        slow.join();
        for (Thread thread : ends) {
            thread.join();
        }
        assertThat(told).containsExactly("changed", "ended: revoked");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread started(Runnable run) {
        Thread thread = new Thread(run);
        thread.start();
        return thread;
    }

    @Test
    void aWaitThatItsClientEndedIsToldNothing() {
        waiter.close();
        waiter.close();
        waiter.wake();
        waiter.end("shutdown");

        assertThat(told).isEmpty();
        assertThat(left).containsExactly(waiter);
    }

    @Test
    void aRoundReadsOnceForAllAndPassesTheNews() {
        Waiter<Recorder, String> other = new Waiter<>(new Recorder(), Runnable::run, left::add);
        List<List<Recorder>> reads = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        NewsRound<Recorder, String, String> round = new NewsRound<>(
                quiet(),
                "It cannot be read",
                "unavailable",
                listeners -> {
                    reads.add(listeners);
                    return "news";
                },
                (to, news, quiet) -> passed.add((to == waiter ? "first " : "second ") + news + " " + quiet));

        round.of(List.of(waiter, other), true);

        assertThat(reads).containsExactly(List.of(waiter.listener(), other.listener()));
        assertThat(passed).containsExactly("first news true", "second news true");
    }

    @Test
    void newsThatCannotBeReadEndsTheWaits() {
        for (RuntimeException fault :
                List.of(new DatabaseAwayException("gone", new IllegalStateException()), new PersistenceException())) {
            Waiter<Recorder, String> waiting = new Waiter<>(new Recorder(), Runnable::run, left::add);
            NewsRound<Recorder, String, String> round = new NewsRound<>(
                    quiet(),
                    "It cannot be read",
                    "unavailable",
                    listeners -> {
                        throw fault;
                    },
                    (to, news, quiet) -> told.add("news"));

            round.of(List.of(waiting), false);
        }

        assertThat(told).containsExactly("ended: unavailable", "ended: unavailable");
        assertThat(left).hasSize(2);
    }

    private static Logger quiet() {
        Logger log = Logger.getAnonymousLogger();
        log.setLevel(Level.OFF);
        return log;
    }
}
