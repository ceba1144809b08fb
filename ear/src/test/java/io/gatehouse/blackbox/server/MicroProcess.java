package io.gatehouse.blackbox.server;

import io.gatehouse.blackbox.client.Gatehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * {@code java -jar gatehouse-micro.jar} on a free port with a data directory of its own, from before the first test of
 * a class until after its last.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final MicroProcess server = new MicroProcess().with("gatehouse.claim.confirm", "required");
 * }</pre>
 */
public final class MicroProcess implements BeforeAllCallback, AfterAllCallback {

    private static final Path JAR =
            Path.of(System.getProperty("gatehouse.micro.jar", "../micro/target/gatehouse-micro.jar"));

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final int port = FreePorts.one();
    private @Nullable Path directory;
    private @Nullable ServerProcess process;

    /** Sets a configuration key as {@code -Dkey=value}; only before the server starts. */
    public MicroProcess with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    public Gatehouse gatehouse() {
        return new Gatehouse(URI.create("http://127.0.0.1:" + port));
    }

    /** The server's data directory. */
    public Path dataDirectory() {
        if (directory == null) {
            throw new IllegalStateException("not started");
        }
        return directory.resolve("data");
    }

    /** The server's console output so far. */
    public String console() {
        try {
            return Files.readString(terminal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's log, which has more than its console. */
    public ServerLog log() {
        return new ServerLog(dataDirectory().resolve("logs").resolve("gatehouse.0.log"));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        beginOnNothing(context.getRequiredTestClass().getSimpleName());
        awaitReady();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    /** Starts on the existing data; returns when the server is ready. */
    public void start() {
        begin().awaitReady(gatehouse());
    }

    private ServerProcess begin() {
        ServerProcess begun = ServerProcess.start("gatehouse-micro.jar", command(), environment(), terminal());
        process = begun;
        return begun;
    }

    /** Creates an empty data directory and starts there without waiting for readiness. */
    public void beginOnNothing(String name) {
        makeDirectory(name);
        begin();
    }

    /** Returns when the server is ready, if it was started. */
    public void awaitReady() {
        if (process != null) {
            process.awaitReady(gatehouse());
        }
    }

    /**
     * Runs with these arguments, with an empty data directory if it did not run before, and returns its exit code when
     * the process has ended by itself; instead of the use as an extension.
     */
    public int exitCode(String... arguments) {
        if (directory == null) {
            makeDirectory("run");
        }
        return ServerProcess.run(command(arguments), environment(), terminal());
    }

    /** Deletes the server's data except its keys and tokens; only while it is stopped. */
    public void loseDatabase() {
        try (Stream<Path> files = Files.walk(dataDirectory().resolve("database"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeDirectory(String name) {
        try {
            Path servers = Files.createDirectories(Path.of("target", "servers"));
            directory = Files.createTempDirectory(servers.toAbsolutePath(), name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ServerProcess.SHORT_LIVED_JVM_OPTIONS);
        command.add("-Xmx1g");
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", JAR.toAbsolutePath().normalize().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Map<String, String> environment() {
        return Map.of(
                "GATEHOUSE_HTTP_PORT", Integer.toString(port),
                "GATEHOUSE_DATA_DIR", dataDirectory().toString(),
                // An empty value counts as not set.
                "GATEHOUSE_HTTP_ADDRESS", "",
                "GATEHOUSE_MODE", "",
                "GATEHOUSE_DB_URL", "",
                "GATEHOUSE_RATE_MINT", "");
    }

    private Path terminal() {
        return dataDirectory().resolveSibling("console.log");
    }

    /** Stops as Ctrl-C does. */
    public void stop() {
        if (process != null) {
            process.stop();
        }
    }

    /** Kills the process. */
    public void kill() {
        if (process != null) {
            process.kill();
        }
    }
}
