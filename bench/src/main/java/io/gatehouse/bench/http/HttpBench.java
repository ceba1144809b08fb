package io.gatehouse.bench.http;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the route look-up, the minting of install tokens and an agent's typing against a resource that does nothing, on PostgreSQL and
 * on H2, with 10 thousand and with a million identities. Only ratios within one run mean anything.
 */
public final class HttpBench {

    private static final List<Long> SIZES = List.of(10_000L, 1_000_000L);
    private static final List<String> SCRIPTS = List.of("noop", "route", "mint", "typing");
    private static final int ROUNDS = 3;

    private final Path jar;
    private final Path scripts;
    private final Path workDir;
    private final Duration warmUp;
    private final Duration round;
    private final Map<String, Wrk.Figures> figures = new HashMap<>();

    private HttpBench(Path jar, Path scripts, Path workDir, Duration warmUp, Duration round) {
        this.jar = jar;
        this.scripts = scripts;
        this.workDir = workDir;
        this.warmUp = warmUp;
        this.round = round;
    }

    /**
     * @param args the runnable JAR, the folder of the Lua scripts, and if wanted the seconds of warm-up (60) and of one
     *     measurement (6)
     */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        Duration warmUp = Duration.ofSeconds(args.length > 2 ? Long.parseLong(args[2]) : 60);
        Duration round = Duration.ofSeconds(args.length > 3 ? Long.parseLong(args[3]) : 6);
        Path workDir = Files.createTempDirectory("gatehouse-bench");
        HttpBench bench = new HttpBench(
                Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath(), workDir, warmUp, round);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "1GB")
                .start()) {
            bench.measure("postgresql", postgres.getJdbcUrl("postgres", "postgres"), "postgres");
        }
        bench.measure(
                "h2",
                "jdbc:h2:file:" + workDir.resolve("h2/bench") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                        + "DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;CACHE_SIZE=262144",
                "sa");
        bench.print();
    }

    private void measure(String database, String url, String user)
            throws IOException, InterruptedException, SQLException {
        Path dataDir = Files.createDirectories(workDir.resolve(database));
        Map<String, String> settings = Map.of(
                "GATEHOUSE_DB_URL", url,
                "GATEHOUSE_DB_USER", user,
                "GATEHOUSE_DB_PASSWORD", "",
                "GATEHOUSE_BENCH", "true",
                "GATEHOUSE_RATE_MINT", "1000000000",
                "GATEHOUSE_PUBLIC_URL", "http://127.0.0.1:8080");
        say(database + ": making the tables");
        Server.start(jar, dataDir, settings).close();
        Dataset dataset = new Dataset(url, user, "");
        for (long size : SIZES) {
            say(database + ": " + size + " identities");
            dataset.grow(size);
            try (Server server = Server.start(jar, dataDir, settings)) {
                measure(database + " " + size, wrk(server, size));
            }
        }
    }

    private Wrk wrk(Server server, long size) throws IOException, InterruptedException {
        return new Wrk(
                scripts,
                server.baseUrl(),
                Map.of(
                        "GATEWAY_TOKEN", server.accessToken("gateway", "chat:claim"),
                        "USER_TOKEN", server.accessToken("alice", ""),
                        "AGENT_TOKEN", server.agentToken("bench"),
                        "IDENTITIES", Long.toString(size)));
    }

    private void measure(String name, Wrk wrk) throws IOException, InterruptedException {
        say(name + ": warming up for " + warmUp.toSeconds() + " s");
        for (String script : SCRIPTS) {
            wrk.run(script, warmUp.dividedBy(SCRIPTS.size()));
        }
        for (String script : SCRIPTS) {
            figures.put(name + " " + script, new Wrk.Figures(0, 0));
        }
        Map<String, List<Wrk.Figures>> runs = new HashMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            for (String script : SCRIPTS) {
                runs.computeIfAbsent(script, s -> new ArrayList<>()).add(wrk.run(script, round));
            }
        }
        runs.forEach((script, measured) -> figures.put(name + " " + script, median(measured)));
        SCRIPTS.forEach(script -> say(name + ": " + script + " " + figures.get(name + " " + script)));
    }

    private static Wrk.Figures median(List<Wrk.Figures> runs) {
        List<Wrk.Figures> sorted = runs.stream()
                .sorted(Comparator.comparingDouble(Wrk.Figures::perSecond))
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    private void print() {
        System.out.printf(
                "%n%-12s %12s %-6s %12s %10s %14s%n",
                "database", "identities", "path", "requests/s", "p99 ms", "of no-op");
        for (String database : List.of("postgresql", "h2")) {
            for (long size : SIZES) {
                for (String script : SCRIPTS) {
                    Wrk.Figures f = of(database, size, script);
                    System.out.printf(
                            Locale.ROOT,
                            "%-12s %12d %-6s %12.0f %10.1f %14.2f%n",
                            database,
                            size,
                            script,
                            f.perSecond(),
                            f.p99Millis(),
                            f.perSecond() / of(database, size, "noop").perSecond());
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s: a route look-up among 1,000,000 takes %.2f times its time among 10,000%n",
                    database,
                    relativeTime(database, 1_000_000) / relativeTime(database, 10_000));
        }
    }

    /** Time of a route look-up in units of a no-op of the same run, so that the machine's mood cancels out. */
    private double relativeTime(String database, long size) {
        return of(database, size, "noop").perSecond()
                / of(database, size, "route").perSecond();
    }

    private Wrk.Figures of(String database, long size, String script) {
        Wrk.Figures found = figures.get(database + " " + size + " " + script);
        if (found == null) {
            throw new IllegalStateException("not measured: " + database + " " + size + " " + script);
        }
        return found;
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
