package io.gatehouse.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SingleFlight<String> flight = new SingleFlight<>();
    private final CountDownLatch start = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicInteger fetches = new AtomicInteger();

    @AfterEach
    void end() {
        mayEnd.countDown();
        threads.shutdownNow();
    }

    private String slow() throws IOException {
        fetches.incrementAndGet();
        start.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return "fetched";
    }

    @Test
    void concurrentCallersShareOneFetch() throws Exception {
        List<Future<String>> callers = new ArrayList<>();
        callers.add(threads.submit(() -> flight.get(this::slow)));
        start.await();
        for (int i = 0; i < 20; i++) {
            callers.add(threads.submit(() -> flight.get(this::slow)));
        }
        assertThat(flight.isUnderWay()).isTrue();
        mayEnd.countDown();
        for (Future<String> caller : callers) {
            assertThat(caller.get()).isEqualTo("fetched");
        }
        assertThat(flight.isUnderWay()).isFalse();
    }

    @Test
    void callersFailWhenTheSharedFetchTakesLong() throws Exception {
        Future<String> first = threads.submit(() -> flight.get(this::slow));
        start.await();
        long start = System.nanoTime();
        assertThatThrownBy(() -> flight.get(this::slow)).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        assertThat(fetches).hasValue(1);
        mayEnd.countDown();
        assertThat(first.get()).isEqualTo("fetched");
    }

    @Test
    void afterAFailedFetchTheNextCallerFetchesAgain() throws Exception {
        assertThatThrownBy(() -> flight.get(() -> {
                    throw new IOException("down");
                }))
                .hasMessage("down");
        assertThatThrownBy(() -> flight.get(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(flight.get(() -> "up")).isEqualTo("up");
    }
}
