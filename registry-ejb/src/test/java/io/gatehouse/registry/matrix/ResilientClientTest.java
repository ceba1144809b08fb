package io.gatehouse.registry.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.registry.matrix.BadHomeserver.Answer;
import io.gatehouse.registry.matrix.MatrixReply.Ok;
import io.gatehouse.registry.matrix.MatrixReply.Unavailable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often a failing homeserver is called. */
@Timeout(30)
class ResilientClientTest {

    private static final MatrixRequest REQUEST = MatrixRequest.get("versions");
    private static final Answer FINE = BadHomeserver.http("200 OK", "", "{}");
    private static final Answer BROKEN = BadHomeserver.http("502 Bad Gateway", "", "<html>");

    @Test
    void aCallThatFailsTwiceIsRetriedAgain() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        try (BadHomeserver bad = new BadHomeserver(
                (out, closing) -> (calls.incrementAndGet() < 3 ? BROKEN : FINE).write(out, closing))) {
            assertThat(client(bad, Map.of()).ask(REQUEST)).isInstanceOf(Ok.class);
            assertThat(bad.connections()).isEqualTo(3);
        }
    }

    @Test
    void aCallThatFailsThreeTimesIsNotRetried() throws IOException {
        try (BadHomeserver bad = new BadHomeserver(BROKEN)) {
            assertThat(client(bad, Map.of()).ask(REQUEST)).isInstanceOf(Unavailable.class);
            assertThat(bad.connections()).isEqualTo(3);
        }
    }

    @Test
    void timeoutsAndRefusalsAreNotRetried() throws IOException {
        try (BadHomeserver slow = new BadHomeserver((out, closing) -> closing.await());
                BadHomeserver no =
                        new BadHomeserver(BadHomeserver.http("403 No", "", "{\"errcode\":\"M_FORBIDDEN\"}"))) {
            assertThat(client(slow, Map.of("gatehouse.matrix.timeout", "PT1S")).ask(REQUEST))
                    .isInstanceOf(Unavailable.class);
            assertThat(slow.connections()).isEqualTo(1);
            assertThat(client(no, Map.of()).ask(REQUEST)).isEqualTo(new MatrixReply.Failed(403, "M_FORBIDDEN"));
            assertThat(no.connections()).isEqualTo(1);
        }
    }

    @Test
    void afterFiveFailuresOfTenTheCircuitOpensAndThenOneCallTries() throws IOException {
        AtomicBoolean repaired = new AtomicBoolean();
        try (BadHomeserver bad =
                new BadHomeserver((out, closing) -> (repaired.get() ? FINE : BROKEN).write(out, closing))) {
            HomeserverClient client =
                    client(bad, Map.of("gatehouse.matrix.retries", "0", "gatehouse.matrix.rest", "PT2S"));
            for (int call = 0; call < 5; call++) {
                assertThat(client.ask(REQUEST)).isInstanceOf(Unavailable.class);
            }
            assertThat(client.ask(REQUEST)).isInstanceOfSatisfying(Unavailable.class, open -> assertThat(open.why())
                    .contains("failed too often"));
            assertThat(bad.connections()).isEqualTo(5);

            Awaitility.await("the one call that tries")
                    .until(() -> client.ask(REQUEST) instanceof Unavailable && bad.connections() == 6);
            assertThat(client.ask(REQUEST)).isInstanceOf(Unavailable.class);
            assertThat(bad.connections())
                    .as("it failed, so the circuit stays open")
                    .isEqualTo(6);

            repaired.set(true);
            Awaitility.await("the circuit to close").until(() -> client.ask(REQUEST) instanceof Ok);
            assertThat(client.ask(REQUEST)).isInstanceOf(Ok.class);
        }
    }

    @Test
    void concurrentCallsAreLimited() throws IOException, InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch proceed = new CountDownLatch(1);
        try (BadHomeserver bad = new BadHomeserver((out, closing) -> {
            asked.countDown();
            proceed.await();
            FINE.write(out, closing);
        })) {
            HomeserverClient client = client(bad, Map.of("gatehouse.matrix.calls-at-once", "1"));
            CompletableFuture<MatrixReply> first = CompletableFuture.supplyAsync(() -> client.ask(REQUEST));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(client.ask(REQUEST)).isInstanceOfSatisfying(Unavailable.class, full -> assertThat(full.why())
                    .contains("as many calls as may"));
            proceed.countDown();
            assertThat(first.orTimeout(10, TimeUnit.SECONDS).join()).isInstanceOf(Ok.class);
            assertThat(client.ask(REQUEST)).isInstanceOf(Ok.class);
        }
    }

    @Test
    void anInterruptedCallerStopsRetrying() throws IOException {
        Thread caller = Thread.currentThread();
        try (BadHomeserver bad = new BadHomeserver((out, closing) -> {
            BROKEN.write(out, closing);
            caller.interrupt();
        })) {
            assertThat(client(bad, Map.of()).ask(REQUEST)).isInstanceOf(Unavailable.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(bad.connections())
                    .as("the last of three attempts was not made")
                    .isLessThan(3);
        }
    }

    private static HomeserverClient client(BadHomeserver homeserver, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of("gatehouse.matrix.retries", "2"));
        values.putAll(more);
        return TestHomeserver.client(TestHomeserver.settings(homeserver.uri(), values));
    }
}
