package io.gatehouse.bench.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures hot paths of one server, one after the other and that three times, so that the machine's moods meet them all; at
 * the end those that leave the server work to do, which would slow the others down.
 */
final class HotPaths {

    private static final int ROUNDS = 3;

    private final Path scripts;
    private final Duration warmUp;
    private final Duration round;

    HotPaths(Path scripts, Duration warmUp, Duration round) {
        this.scripts = scripts;
        this.warmUp = warmUp;
        this.round = round;
    }

    /** The median of the rounds, by requests per second. */
    Map<HotPath, Wrk.Figures> measure(Server server, long identities, List<HotPath> paths)
            throws IOException, InterruptedException {
        Wrk wrk = new Wrk(scripts, server.baseUrl(), environment(server, identities, paths));
        System.out.println("  warming up for " + warmUp.toSeconds() + " s");
        List<HotPath> plain = paths.stream().filter(path -> !path.leavesWork()).toList();
        List<HotPath> busy = paths.stream().filter(HotPath::leavesWork).toList();
        for (HotPath path : plain) {
            wrk.run(path.script(), warmUp.dividedBy(plain.size()));
        }
        Map<HotPath, Wrk.Figures> figures = new EnumMap<>(HotPath.class);
        figures.putAll(rounds(wrk, plain));
        for (HotPath path : busy) {
            wrk.run(path.script(), warmUp.dividedBy(2)); // HTTP is warm by now, and the work is the next ones' too
        }
        figures.putAll(rounds(wrk, busy));
        figures.forEach((path, measured) -> System.out.println("  " + path.script() + " " + measured));
        return figures;
    }

    private Map<HotPath, Wrk.Figures> rounds(Wrk wrk, List<HotPath> paths) throws IOException, InterruptedException {
        Map<HotPath, List<Wrk.Figures>> runs = new EnumMap<>(HotPath.class);
        for (int i = 0; i < ROUNDS; i++) {
            for (HotPath path : paths) {
                runs.computeIfAbsent(path, p -> new ArrayList<>()).add(wrk.run(path.script(), round));
            }
        }
        Map<HotPath, Wrk.Figures> medians = new EnumMap<>(HotPath.class);
        runs.forEach((path, measured) -> medians.put(path, median(measured)));
        return medians;
    }

    /** What the scripts need; an agent and a channel only where they are measured. */
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

    private static Wrk.Figures median(List<Wrk.Figures> runs) {
        List<Wrk.Figures> sorted = runs.stream()
                .sorted(Comparator.comparingDouble(Wrk.Figures::perSecond))
                .toList();
        return sorted.get(sorted.size() / 2);
    }
}
