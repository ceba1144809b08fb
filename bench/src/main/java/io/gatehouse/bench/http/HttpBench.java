package io.gatehouse.bench.http;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;

/**
 * Measures the hot paths relative to a resource that does nothing, on PostgreSQL and on H2, the route look-up with 10
 * thousand and with a million identities, and what two nodes on one database cost each other. Only ratios within one
 * run are meaningful.
 */
public final class HttpBench {

    private static final String POSTGRESQL = "postgresql";
    private static final String EMBEDDED = "h2";
    private static final long FEW = 10_000;
    private static final long MANY = 1_000_000;
    private static final List<HotPath> ROUTE = List.of(HotPath.NOOP, HotPath.ROUTE);
    private static final List<HotPath> ALL = List.of(HotPath.values());

    /** The other paths make no database queries, or the same ones. */
    private static final List<HotPath> H2_PATHS = List.of(HotPath.NOOP, HotPath.ROUTE, HotPath.MINT);

    private final Path jar;
    private final Path workDir;
    private final HotPaths paths;
    private final Report report = new Report();

    private HttpBench(Path jar, Path workDir, HotPaths paths) {
        this.jar = jar;
        this.workDir = workDir;
        this.paths = paths;
    }

    /**
     * @param args the runnable JAR, the folder of the Lua scripts, optionally the seconds of warm-up (60) and of one
     *     measurement (2)
     */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING); // the embedded PostgreSQL is verbose
        Duration warmUp = Duration.ofSeconds(args.length > 2 ? Long.parseLong(args[2]) : 60);
        Duration round = Duration.ofSeconds(args.length > 3 ? Long.parseLong(args[3]) : 2);
        Path workDir = Files.createTempDirectory("gatehouse-bench");
        HotPaths paths = new HotPaths(Path.of(args[1]).toAbsolutePath(), warmUp, round);
        HttpBench bench = new HttpBench(Path.of(args[0]).toAbsolutePath(), workDir, paths);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "1GB")
                .start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            Map<String, String> settings = settings(
                    Map.of("GATEHOUSE_DB_URL", url, "GATEHOUSE_DB_USER", "postgres", "GATEHOUSE_DB_PASSWORD", ""));
            bench.measurePostgres(settings, new Dataset(url, "postgres", ""));
            bench.measureNodes(settings);
        }
        String embedded = "jdbc:h2:file:" + workDir.resolve(EMBEDDED).resolve("database/gatehouse")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        bench.measureEmbedded(settings(Map.of()), new Dataset(embedded, "gatehouse", ""));
        bench.report.print();
    }

    /** Uses one server throughout and fills its database while it runs. */
    private void measurePostgres(Map<String, String> settings, Dataset dataset)
            throws IOException, InterruptedException, SQLException {
        Path dataDir = Files.createDirectories(workDir.resolve(POSTGRESQL));
        try (Server server = Server.start(jar, dataDir, settings)) {
            for (long identities : List.of(FEW, MANY)) {
                say(POSTGRESQL + ": " + identities + " identities");
                dataset.grow(identities);
                report.add(POSTGRESQL, identities, paths.measure(server, identities, identities == FEW ? ROUTE : ALL));
            }
        }
        report.compare(POSTGRESQL, HotPath.ROUTE, FEW, MANY);
    }

    /** Only one process can open the file: the server, or this process, which fills it. */
    private void measureEmbedded(Map<String, String> settings, Dataset dataset)
            throws IOException, InterruptedException, SQLException {
        Path dataDir = Files.createDirectories(workDir.resolve(EMBEDDED));
        say(EMBEDDED + ": making the tables");
        Server.start(jar, dataDir, settings).close();
        for (long identities : List.of(FEW, MANY)) {
            say(EMBEDDED + ": " + identities + " identities");
            dataset.grow(identities);
            try (Server server = Server.start(jar, dataDir, settings)) {
                report.add(
                        EMBEDDED, identities, paths.measure(server, identities, identities == FEW ? ROUTE : H2_PATHS));
            }
        }
        report.compare(EMBEDDED, HotPath.ROUTE, FEW, MANY);
    }

    private void measureNodes(Map<String, String> settings) throws IOException, InterruptedException {
        Path dataDir = Files.createDirectories(workDir.resolve(POSTGRESQL));
        Path second = Files.createDirectories(workDir.resolve("second"));
        try (Server one = Server.start(jar, dataDir, settings);
                Server two = Server.start(jar, second, settings)) {
            Nodes nodes = new Nodes(one, two);
            report.add(nodes.snapshots());
            report.add(nodes.revocations());
        }
    }

    /** Settings of the product without rate limits. */
    private static Map<String, String> settings(Map<String, String> database) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("GATEHOUSE_BENCH", "true");
        settings.put("GATEHOUSE_RATE_MINT", "0");
        settings.put("GATEHOUSE_RATE_CHAT", "0");
        settings.put("GATEHOUSE_RATE_ANONYMOUS", "0");
        settings.put("GATEHOUSE_ENCRYPTION_KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        settings.put("GATEHOUSE_PUBLIC_URL", "http://127.0.0.1:8080");
        return settings;
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
