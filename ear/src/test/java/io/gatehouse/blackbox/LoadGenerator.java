package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.RegisteredAgent;
import jakarta.json.Json;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * Agents that send messages to a room continuously. Each repeats a message under its transaction id until it is
 * acknowledged before it sends the next, as a careful client does.
 */
final class LoadGenerator implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ENOUGH = 10;

    private final String room;
    private final ExecutorService threads;
    private final List<Future<List<String>>> sent = new ArrayList<>();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean stopped;

    LoadGenerator(List<RegisteredAgent> agents, String room) {
        this.room = room;
        this.threads = Executors.newFixedThreadPool(agents.size());
        for (int i = 0; i < agents.size(); i++) {
            String name = i + "-";
            RegisteredAgent agent = agents.get(i);
            sent.add(threads.submit(() -> talk(agent, name)));
        }
    }

    private List<String> talk(RegisteredAgent agent, String name) {
        List<String> bodies = new ArrayList<>();
        while (!stopped) {
            String body = name + bodies.size();
            Awaitility.await(body)
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> isAcknowledged(agent, body));
            bodies.add(body);
        }
        return bodies;
    }

    private boolean isAcknowledged(RegisteredAgent agent, String body) {
        try {
            Answer answer = agent.caller()
                    .post(
                            "/bridge/v1/messages",
                            Json.createObjectBuilder()
                                    .add("room_id", room)
                                    .add("body", body)
                                    .add("txn_id", body));
            if (answer.status() == 503) {
                refusals.incrementAndGet();
                return false;
            }
            if (!answer.header("Content-Type").contains("json")) {
                return false; // The server runs, its application does not yet.
            }
            acknowledged.put(body, answer.expecting(200).json().getString("event_id"));
            return true;
        } catch (UncheckedIOException e) {
            return false; // Gatehouse does not run.
        }
    }

    /** Waits until more messages are acknowledged. */
    void awaitProgress() {
        int before = acknowledged.size();
        Awaitility.await("messages to be sent").atMost(PATIENCE).until(() -> acknowledged.size() >= before + ENOUGH);
    }

    /** Waits until a message is answered with 503. */
    void awaitRefusal() {
        int before = refusals.get();
        Awaitility.await("a refusal").atMost(PATIENCE).until(() -> refusals.get() > before);
    }

    /** Finishes the messages in flight; returns the event ids of all messages. */
    Map<String, String> stop() {
        stopped = true;
        for (int agent = 0; agent < sent.size(); agent++) {
            assertThat(sentBy(agent)).as("what agent %d said", agent).isNotEmpty();
        }
        return Map.copyOf(acknowledged);
    }

    /** The messages that the agent sent, in order; only after {@link #stop()}. */
    List<String> sentBy(int agent) {
        try {
            return sent.get(agent).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while agent " + agent + " was ending", e);
        } catch (ExecutionException e) {
            throw new AssertionError("agent " + agent + " failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new AssertionError("agent " + agent + " did not end within " + PATIENCE, e);
        }
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }
}
