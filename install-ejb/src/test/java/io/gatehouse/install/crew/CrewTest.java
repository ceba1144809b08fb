package io.gatehouse.install.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrewTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void allWorkIsDoneByAFewAtATime() throws InterruptedException {
        AtomicInteger left = new AtomicInteger(1_000);
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1_000);
        Crew crew = new Crew("test", () -> 3, threads, () -> {
            if (left.getAndDecrement() <= 0) {
                return false;
            }
            most.accumulateAndGet(working.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            working.decrementAndGet();
            done.countDown();
            return true;
        });

        crew.call();

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void noCallIsMissed() throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        int rounds = 20_000;
        CountDownLatch done = new CountDownLatch(rounds);
        Crew crew = new Crew("test", () -> 1, threads, () -> {
            int next = taken.get();
            if (next >= made.get() || !taken.compareAndSet(next, next + 1)) {
                return false;
            }
            done.countDown();
            return true;
        });

        for (int i = 0; i < rounds; i++) {
            made.incrementAndGet();
            crew.call();
        }

        assertThat(done.await(10, TimeUnit.SECONDS)).as("without another call").isTrue();
    }

    @Test
    void aFaultEndsAWorkerAndTheNextCallBringsAnother() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        Crew crew = new Crew("test", () -> 1, threads, () -> {
            if (tries.incrementAndGet() == 1) {
                first.countDown();
                throw new IllegalStateException("a fault");
            }
            second.countDown();
            return false;
        });

        crew.call();
        assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
        while (second.getCount() > 0 && tries.get() < 2) {
            crew.call();
            Thread.onSpinWait();
        }
        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whenFewerMayWorkTheOthersGoWithTheirPieceAndOneStays() throws InterruptedException {
        AtomicInteger most = new AtomicInteger(3);
        CountDownLatch three = new CountDownLatch(3);
        CountDownLatch fewer = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(500);
        AtomicInteger left = new AtomicInteger(503);
        AtomicInteger working = new AtomicInteger();
        AtomicInteger together = new AtomicInteger();
        Crew crew = new Crew("test", most::get, threads, () -> {
            if (left.getAndDecrement() <= 0) {
                return false;
            }
            if (three.getCount() > 0) {
                three.countDown();
                await(fewer);
                return true;
            }
            together.accumulateAndGet(working.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            working.decrementAndGet();
            done.countDown();
            return true;
        });
        crew.call();
        crew.call();
        crew.call();
        assertThat(three.await(10, TimeUnit.SECONDS)).isTrue();

        most.set(0);
        fewer.countDown();

        assertThat(done.await(10, TimeUnit.SECONDS)).as("one stays").isTrue();
        assertThat(together.get()).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
