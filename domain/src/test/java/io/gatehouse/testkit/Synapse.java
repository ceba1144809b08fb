package io.gatehouse.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A local Synapse homeserver on a free port of the loopback interface, with SQLite in its own directory. {@code
 * .ci/install-synapse} installs it where this class looks for it.
 */
public final class Synapse implements AutoCloseable {

    public static final String SERVER_NAME = "localhost";

    private static final Path HOME = home();
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int TAIL_CHARACTERS = 4_000;

    private final Path directory;
    private final int port = freePort();
    private @Nullable Process process;

    public Synapse() {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            directory = Files.createTempDirectory(target, "synapse-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips the calling test if Synapse is not installed; fails it instead if GATEHOUSE_SYNAPSE_REQUIRED is "true". */
    public static void assumeInstalled() {
        boolean installed = Files.exists(HOME.resolve("installed.txt"));
        String advice = "There is no Synapse in " + HOME + ": run .ci/install-synapse";
        if (!installed && "true".equals(System.getenv("GATEHOUSE_SYNAPSE_REQUIRED"))) {
            throw new AssertionError(advice);
        }
        Assumptions.assumeTrue(installed, advice);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The file that must contain the application service's registration before the start. */
    public Path registrationFile() {
        return directory.resolve("registration.yaml");
    }

    /** Starts Synapse and blocks until it answers. Data of earlier starts is kept. */
    public void start() {
        configure();
        try {
            process = new ProcessBuilder(
                            HOME.resolve("bin/python").toString(),
                            "-m",
                            "synapse.app.homeserver",
                            "-c",
                            "homeserver.yaml")
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitAnswer();
    }

    /** Registers a user outside the application service's namespaces. */
    public MatrixPerson person(String name) {
        return MatrixPerson.register(uri(), name);
    }

    /** Stops it with SIGTERM. */
    public void stop() {
        running().destroy();
        awaitEnd();
    }

    /** Kills it, whatever it is doing. */
    public void kill() {
        running().destroyForcibly();
        awaitEnd();
    }

    /** Stops the process: it accepts connections but answers nothing. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private void signal(String name) {
        try {
            int exitCode = new ProcessBuilder(
                            "kill", "-" + name, Long.toString(running().pid()))
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException("kill -" + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!answers()) {
            if (!running().isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Synapse did not start; the end of " + log() + ":\n" + tail());
            }
        }
    }

    /** Waits briefly for the process to end, so that the polling caller does not spin. */
    private boolean answers() {
        try {
            if (running().waitFor(50, TimeUnit.MILLISECONDS)) {
                return false;
            }
            HttpURLConnection connection = (HttpURLConnection)
                    uri().resolve("/_matrix/client/versions").toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitEnd() {
        try {
            if (!running().waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Synapse did not end; the end of " + log() + ":\n" + tail());
            }
            process = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process running() {
        return Objects.requireNonNull(process, "Synapse is not running");
    }

    private void configure() {
        try {
            Path key = directory.resolve("signing.key");
            if (!Files.exists(key)) {
                byte[] seed = new byte[32];
                new SecureRandom().nextBytes(seed);
                Files.writeString(
                        key,
                        "ed25519 a_test " + Base64.getEncoder().withoutPadding().encodeToString(seed) + "\n");
            }
            Files.writeString(directory.resolve("log.yaml"), """
                    version: 1
                    formatters: {plain: {format: '%(asctime)s %(name)s %(levelname)s %(message)s'}}
                    handlers: {console: {class: logging.StreamHandler, formatter: plain}}
                    root: {level: INFO, handlers: [console]}
                    """);
            Files.writeString(directory.resolve("homeserver.yaml"), configuration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Users have no rate limit. The application service's is set in its registration. */
    private String configuration() {
        return """
                server_name: %1$s
                report_stats: false
                listeners:
                  - {port: %2$d, type: http, bind_addresses: [127.0.0.1], resources: [{names: [client]}]}
                database: {name: sqlite3, args: {database: "%3$s/homeserver.db"}}
                pid_file: "%3$s/homeserver.pid"
                log_config: "%3$s/log.yaml"
                media_store_path: "%3$s/media"
                signing_key_path: "%3$s/signing.key"
                trusted_key_servers: []
                suppress_key_server_warning: true
                macaroon_secret_key: of no account
                form_secret: of no account
                enable_registration: true
                enable_registration_without_verification: true
                url_preview_enabled: false
                presence: {enabled: false}
                rc_registration: {per_second: 1000, burst_count: 1000}
                rc_message: {per_second: 1000, burst_count: 1000}
                rc_invites:
                  per_room: {per_second: 1000, burst_count: 1000}
                  per_user: {per_second: 1000, burst_count: 1000}
                  per_issuer: {per_second: 1000, burst_count: 1000}
                app_service_config_files: ["%4$s"]
                """.formatted(SERVER_NAME, port, directory, registrationFile());
    }

    private Path log() {
        return directory.resolve("synapse.log");
    }

    private String tail() {
        try {
            String text = Files.readString(log());
            return text.substring(Math.max(0, text.length() - TAIL_CHARACTERS));
        } catch (IOException e) {
            return "(unreadable: " + e + ")";
        }
    }

    private static Path home() {
        String home = System.getenv("GATEHOUSE_SYNAPSE_HOME");
        if (home != null) {
            return Path.of(home);
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        Path caches = cache == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return caches.resolve("gatehouse").resolve("synapse");
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
