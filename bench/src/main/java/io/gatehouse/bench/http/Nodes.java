package io.gatehouse.bench.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures two nodes on one database: how long one still accepts a token that the other revoked, and how long a host's
 * snapshot takes.
 */
final class Nodes {

    private static final int AGENTS = 10_000;
    private static final int SNAPSHOTS = 5;
    private static final int REVOCATIONS = 1_000;
    private static final int CONCURRENT_CALLS = 8;
    private static final long POLL_MILLIS = 4;

    private final Server one;
    private final Server two;

    Nodes(Server one, Server two) {
        this.one = one;
        this.two = two;
    }

    /** Measures snapshots of a host that lists 10,000 new agents each time. */
    String snapshots() throws IOException, InterruptedException {
        System.out.println("  " + SNAPSHOTS + " snapshots of " + AGENTS + " agents");
        one.agentToken("first"); // creates the host
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < SNAPSHOTS; i++) {
            String names = "run" + i + "-";
            String body = IntStream.range(0, AGENTS)
                    .mapToObj(n -> "{\"alias\":\"" + names + n + "\"}")
                    .collect(Collectors.joining(",", "{\"agents\":[", "]}"));
            long begun = System.nanoTime();
            one.put("/bridge/v1/hosts/bench/bindings?force=true", body);
            times.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        return line("a snapshot of " + AGENTS + " agents", times);
    }

    /**
     * Measures the time from one node's acknowledgement to the first refusal by the other, which accepted the token
     * just before.
     */
    String revocations() throws InterruptedException {
        System.out.println("  " + REVOCATIONS + " revocations, seen on a second node");
        ExecutorService callers = Executors.newFixedThreadPool(CONCURRENT_CALLS);
        try {
            List<Callable<Duration>> all = IntStream.range(0, REVOCATIONS)
                    .mapToObj(n -> (Callable<Duration>) () -> revocation("revoked" + n))
                    .toList();
            List<Duration> times = new ArrayList<>();
            for (Future<Duration> time : callers.invokeAll(all)) {
                times.add(time.get());
            }
            return line("a revocation on the second node", times);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a token could not be revoked", e);
        } finally {
            callers.shutdownNow();
        }
    }

    private Duration revocation(String alias) throws IOException, InterruptedException {
        String token = one.agentToken(alias);
        if (!two.introspect(token)) {
            throw new IllegalStateException("the second node does not know a new token");
        }
        one.revoke(token);
        long acknowledged = System.nanoTime();
        while (two.introspect(token)) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return Duration.ofNanos(System.nanoTime() - acknowledged);
    }

    private static String line(String what, List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "postgresql: %s: p50 %d ms, worst %d ms of %d",
                what,
                sorted.get(sorted.size() / 2).toMillis(),
                sorted.get(sorted.size() - 1).toMillis(),
                sorted.size());
    }
}
