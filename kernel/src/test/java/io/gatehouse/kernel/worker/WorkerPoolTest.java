package io.gatehouse.kernel.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void allWorkIsDoneWithinTheLimitOfWorkers() throws InterruptedException {
        AtomicInteger left = new AtomicInteger(1_000);
        AtomicInteger working = new AtomicInteger();
        AtomicInteger limit = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1_000);
        WorkerPool pool = new WorkerPool("test", () -> 3, threads, () -> {
            if (left.getAndDecrement() <= 0) {
                return false;
            }
            limit.accumulateAndGet(working.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            working.decrementAndGet();
            done.countDown();
            return true;
        });

        pool.call();

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(limit.get()).isBetween(1, 3);
    }

    @Test
    void noCallIsMissed() throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        int rounds = 20_000;
        CountDownLatch done = new CountDownLatch(rounds);
        WorkerPool pool = new WorkerPool("test", () -> 1, threads, () -> {
            int next = taken.get();
            if (next >= made.get() || !taken.compareAndSet(next, next + 1)) {
                return false;
            }
            done.countDown();
            return true;
        });

        for (int i = 0; i < rounds; i++) {
            made.incrementAndGet();
            pool.call();
        }

        assertThat(done.await(10, TimeUnit.SECONDS)).as("without another call").isTrue();
    }

    @Test
    void aFaultEndsAWorkerAndTheNextCallStartsAnother() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        WorkerPool pool = new WorkerPool("test", () -> 1, threads, () -> {
            if (tries.incrementAndGet() == 1) {
                first.countDown();
                throw new IllegalStateException("a fault");
            }
            second.countDown();
            return false;
        });

        pool.call();
        assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
        while (second.getCount() > 0 && tries.get() < 2) {
            pool.call();
            Thread.onSpinWait();
        }
        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aCallWhileAnItemFailsIsNotMissed() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch failing = new CountDownLatch(1);
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch again = new CountDownLatch(1);
        WorkerPool pool = new WorkerPool("test", () -> 1, threads, () -> {
            if (tries.incrementAndGet() == 1) {
                failing.countDown();
                await(called);
                throw new IllegalStateException("a fault");
            }
            again.countDown();
            return false;
        });

        pool.call();
        assertThat(failing.await(10, TimeUnit.SECONDS)).isTrue();
        pool.call();
        called.countDown();

        assertThat(again.await(10, TimeUnit.SECONDS)).as("without another call").isTrue();
    }

    @Test
    void aFailedItemIsNotRetriedWithoutACall() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch failed = new CountDownLatch(1);
        WorkerPool pool = new WorkerPool("test", () -> 1, Runnable::run, () -> {
            tries.incrementAndGet();
            failed.countDown();
            throw new IllegalStateException("a fault");
        });

        pool.call();

        assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(tries).hasValue(1);
    }

    @Test
    void whenTheLimitDropsSurplusWorkersStopAfterTheirItemAndOneRemains() throws InterruptedException {
        AtomicInteger limit = new AtomicInteger(3);
        CountDownLatch three = new CountDownLatch(3);
        CountDownLatch fewer = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(500);
        AtomicInteger left = new AtomicInteger(503);
        AtomicInteger working = new AtomicInteger();
        AtomicInteger together = new AtomicInteger();
        WorkerPool pool = new WorkerPool("test", limit::get, threads, () -> {
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
        pool.call();
        pool.call();
        pool.call();
        assertThat(three.await(10, TimeUnit.SECONDS)).isTrue();

        limit.set(0);
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
