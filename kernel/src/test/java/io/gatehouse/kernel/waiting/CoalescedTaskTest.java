package io.gatehouse.kernel.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CoalescedTaskTest {

    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void eachRequestWhileIdleRunsTheTask() {
        CoalescedTask task = new CoalescedTask(queue::add, done::incrementAndGet);

        for (int i = 1; i <= 3; i++) {
            task.ask();
            queue.remove().run();
            assertThat(done).hasValue(i);
        }
    }

    @Test
    void requestsDuringARunCauseOneMoreRunOnTheSameThread() {
        AtomicInteger meanwhile = new AtomicInteger(5);
        CoalescedTask[] task = new CoalescedTask[1];
        task[0] = new CoalescedTask(queue::add, () -> {
            done.incrementAndGet();
            while (meanwhile.getAndDecrement() > 0) {
                task[0].ask();
            }
        });

        task[0].ask();
        task[0].ask();
        queue.remove().run();

        assertThat(done).hasValue(2);
        assertThat(queue).isEmpty();
    }

    @Test
    void theNextRequestAfterAFaultOrARefusalRunsTheTask() {
        AtomicInteger faults = new AtomicInteger(2);
        CoalescedTask task = new CoalescedTask(
                work -> {
                    if (faults.getAndDecrement() == 2) {
                        throw new RejectedExecutionException("it shuts down");
                    }
                    queue.add(work);
                },
                () -> {
                    if (done.getAndIncrement() == 0) {
                        throw new IllegalStateException("a fault");
                    }
                });

        assertThatThrownBy(task::ask).isInstanceOf(RejectedExecutionException.class);
        task.ask();
        assertThatThrownBy(() -> queue.remove().run()).hasMessage("a fault");
        task.ask();
        queue.remove().run();

        assertThat(done).hasValue(2);
    }

    @Test
    void aRequestDuringAFailingRunIsRunAgain() {
        CoalescedTask[] task = new CoalescedTask[1];
        task[0] = new CoalescedTask(queue::add, () -> {
            if (done.getAndIncrement() == 0) {
                task[0].ask();
                throw new IllegalStateException("a fault");
            }
        });

        task[0].ask();
        assertThatThrownBy(() -> queue.remove().run()).hasMessage("a fault");
        queue.remove().run();

        assertThat(done).hasValue(2);
        assertThat(queue).isEmpty();
    }

    @Test
    void noRequestIsLostAndRunsNeverOverlap() {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicInteger news = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger maxConcurrent = new AtomicInteger();
        CoalescedTask task = new CoalescedTask(threads, () -> {
            maxConcurrent.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            told.set(news.get());
            atWork.decrementAndGet();
        });
        try {
            for (int i = 0; i < 20_000; i++) {
                news.incrementAndGet();
                task.ask();
            }
            await().until(() -> told.get() == 20_000);
        } finally {
            threads.shutdownNow();
        }
        assertThat(maxConcurrent).hasValue(1);
    }
}
