package io.gatehouse.kernel.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OngoingWorkTest {

    private final OngoingWork work = new OngoingWork();

    @Test
    void theEndWaitsForRunningWork() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Thread worker = new Thread(() -> work.runItem(() -> {
            begun.countDown();
            return waited(enough);
        }));
        worker.start();
        begun.await();

        assertThat(work.end(Duration.ofMillis(20))).isFalse();
        enough.countDown();
        assertThat(work.end(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void workThatFailsHasEndedToo() {
        assertThatThrownBy(() -> work.runItem(() -> {
                    throw new IllegalStateException("it failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(work.end(Duration.ZERO)).isTrue();
    }

    @Test
    void noItemBeginsWhileTheApplicationEndsButTransactionsOfRunningWorkDo() {
        work.end(Duration.ZERO);

        assertThat(work.runItem(() -> true)).isFalse();
        assertThat(work.run(() -> "committed")).isEqualTo("committed");

        work.start();
        assertThat(work.runItem(() -> true)).isTrue();
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
