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

/** Two nodes on one database: how long one of them still takes a token that the other revoked; and how long a host's snapshot is. */
final class Nodes {

    private static final int AGENTS = 10_000;
    private static final int SNAPSHOTS = 5;
    private static final int REVOCATIONS = 1_000;
    private static final int AT_ONCE = 8;
    private static final long ASK_AGAIN_MILLIS = 4;

    private final Server one;
    private final Server two;

    Nodes(Server one, Server two) {
        this.one = one;
        this.two = two;
    }

    /** A host that names 10,000 agents for the first time, and others after that. */
    String snapshots() throws IOException, InterruptedException {
        System.out.println("  " + SNAPSHOTS + " snapshots of " + AGENTS + " agents");
        one.agentToken("first"); // makes the host
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

    /** From the acknowledgement by one node to the other's first refusal, which has just taken the token. */
    String revocations() throws InterruptedException {
        System.out.println("  " + REVOCATIONS + " revocations, seen on a second node");
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
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
            TimeUnit.MILLISECONDS.sleep(ASK_AGAIN_MILLIS);
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
