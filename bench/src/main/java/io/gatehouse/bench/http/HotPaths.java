package io.gatehouse.bench.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Measures hot paths of one server one after another, in five rounds, so that fluctuations of the machine affect all of
 * them alike. Paths that leave work on the server come last, because they would slow down the others.
 */
final class HotPaths {

    private static final int ROUNDS = 5;

    private final Path scripts;
    private final Duration warmUp;
    private final Duration round;

    HotPaths(Path scripts, Duration warmUp, Duration round) {
        this.scripts = scripts;
        this.warmUp = warmUp;
        this.round = round;
    }

    /**
     * Medians of the rounds of one path.
     *
     * @param ofBaseline requests per second relative to the baseline in the same round, which cancels out fluctuations
     *     of the machine; for a path that leaves work, relative to the round of the same number before there was any
     */
    record Measured(Wrk.Figures figures, double ofBaseline) {}

    Map<HotPath, Measured> measure(Server server, long identities, List<HotPath> paths)
            throws IOException, InterruptedException {
        Wrk wrk = new Wrk(scripts, server.baseUrl(), environment(server, identities, paths));
        List<HotPath> plain = paths.stream().filter(path -> !path.leavesWork()).toList();
        List<HotPath> busy = paths.stream().filter(HotPath::leavesWork).toList();
        System.out.println("  warming up for at least " + warmUp.toSeconds() + " s");
        for (HotPath path : plain) {
            // Compared paths get the same warm-up in each measurement.
            wrk.run(path.script(), warmUp.dividedBy(path.isCompared() ? 2 : 10));
        }
        Map<HotPath, List<Wrk.Figures>> rounds = new EnumMap<>(HotPath.class);
        measure(wrk, plain, rounds);
        for (HotPath path : busy) {
            // HTTP is already warm, and the work is the same for all of these paths.
            wrk.run(path.script(), warmUp.dividedBy(2));
        }
        measure(wrk, busy, rounds);
        Map<HotPath, Measured> measured = new EnumMap<>(HotPath.class);
        for (HotPath path : paths) {
            measured.put(path, median(of(path, rounds), of(path.baseline(), rounds)));
            System.out.println("  " + path.script() + " " + measured.get(path));
        }
        return measured;
    }

    private void measure(Wrk wrk, List<HotPath> paths, Map<HotPath, List<Wrk.Figures>> rounds)
            throws IOException, InterruptedException {
        for (int i = 0; i < ROUNDS; i++) {
            for (HotPath path : paths) {
                rounds.computeIfAbsent(path, p -> new ArrayList<>()).add(wrk.run(path.script(), round));
            }
        }
    }

    private static List<Wrk.Figures> of(HotPath path, Map<HotPath, List<Wrk.Figures>> rounds) {
        return rounds.getOrDefault(path, List.of());
    }

    private static Measured median(List<Wrk.Figures> rounds, List<Wrk.Figures> baseline) {
        double ofBaseline = median(IntStream.range(0, ROUNDS)
                .mapToDouble(i -> rounds.get(i).perSecond() / baseline.get(i).perSecond()));
        return new Measured(
                new Wrk.Figures(
                        median(rounds.stream().mapToDouble(Wrk.Figures::perSecond)),
                        median(rounds.stream().mapToDouble(Wrk.Figures::p99Millis))),
                ofBaseline);
    }

    private static double median(DoubleStream figures) {
        return figures.sorted().toArray()[ROUNDS / 2];
    }

    /** Variables for the scripts; agent and channel only if they are measured. */
    private Map<String, String> environment(Server server, long identities, List<HotPath> paths)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>();
        environment.put("SCRIPTS", scripts.toString());
        environment.put("IDENTITIES", Long.toString(identities));
        environment.put("GATEWAY_TOKEN", server.accessToken("gateway", "chat:claim"));
        environment.put("USER_TOKEN", server.accessToken("alice", ""));
        if (paths.contains(HotPath.WEBHOOK)) {
            environment.put("HOST_TOKEN", Server.HOST_TOKEN);
            environment.put("AGENT_TOKEN", server.agentToken("bench"));
            environment.put("WEBHOOK_SECRET", Server.WEBHOOK_SECRET);
            environment.put("CONNECTION", server.whatsAppConnection());
        }
        return environment;
    }
}
