package io.gatehouse.blackbox.server;

import io.gatehouse.blackbox.client.Gatehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** examples/echo-agent, started as described in its README: a process of its own, on a new host. */
public final class EchoAgent implements AutoCloseable {

    private static final Path JAR =
            Path.of(System.getProperty("gatehouse.echo.jar", "../examples/echo-agent/target/echo-agent.jar"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String host = "h" + UUID.randomUUID();
    private final Path output;
    private final Process process;

    private EchoAgent(Gatehouse gatehouse) {
        try {
            output = Files.createTempFile(
                    Files.createDirectories(Path.of("target", "servers")).toAbsolutePath(), "echo-", ".log");
            List<String> arguments = new ArrayList<>();
            arguments.add(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString());
            arguments.addAll(ServerProcess.SHORT_LIVED_JVM_OPTIONS);
            arguments.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
            ProcessBuilder command =
                    new ProcessBuilder(arguments).redirectErrorStream(true).redirectOutput(output.toFile());
            command.environment().put("GATEHOUSE_URL", gatehouse.baseUri().toString());
            command.environment().put("GATEHOUSE_HOST_TOKEN", Gatehouse.HOST_TOKEN);
            command.environment().put("ECHO_HOST", host);
            process = command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Returns when the agent is receiving messages. */
    public static EchoAgent at(Gatehouse gatehouse) {
        EchoAgent agent = new EchoAgent(gatehouse);
        Awaitility.await("the echo agent").atMost(PATIENCE).until(() -> agent.said()
                .contains("Listening as " + agent.userId()));
        return agent;
    }

    public String host() {
        return host;
    }

    public String userId() {
        return "@agent-echo-" + host + ":localhost";
    }

    /** Its console output so far. */
    public String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as Ctrl-C does; false if it is still running after 30 seconds. */
    public boolean interrupt() {
        try {
            int refused = new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (refused != 0) {
                throw new IllegalStateException("the echo agent cannot be interrupted");
            }
            return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the echo agent was ending", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
