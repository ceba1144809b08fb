package io.gatehouse.blackbox.server;

import io.gatehouse.blackbox.client.Gatehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A server as a separate process. Its output goes to a file, whose end is shown if it does not start. */
final class ServerProcess {

    /** JVM options for a process of a few seconds, for which optimizing compilation does not pay. */
    static final List<String> SHORT_LIVED_JVM_OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final int TAIL = 60;

    private final String name;
    private final Process process;
    private final Path log;

    private ServerProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static ServerProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            ServerProcess server = new ServerProcess(name, builder.start(), log);
            Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroyForcibly));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs until it ends, at most as long as a server may take to start; returns the exit code. */
    static int run(List<String> command, Map<String, String> environment, Path log) {
        ServerProcess process = start(command.get(0), command, environment, log);
        process.awaitExit(PATIENCE);
        return process.process.exitValue();
    }

    /** Returns when {@code /health/ready} answers 200; fails at once if the process has ended. */
    void awaitReady(Gatehouse gatehouse) {
        try {
            Awaitility.await(name)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .until(() -> !process.isAlive()
                            || gatehouse.anyone().get("/health/ready").status() == 200);
        } catch (ConditionTimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException(failure("was not ready after " + PATIENCE.toSeconds() + " s"), e);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException(failure("ended with exit code " + process.exitValue()));
        }
    }

    void stop() {
        process.destroy();
        awaitExit(STOP);
    }

    void kill() {
        process.destroyForcibly();
        awaitExit(STOP);
    }

    private void awaitExit(Duration patience) {
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(failure("did not end within " + patience.toSeconds() + " s"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name + " was ending", e);
        }
    }

    private String failure(String what) {
        return name + " " + what + "; the end of " + log + ":\n" + tail(log);
    }

    static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
        } catch (IOException e) {
            return "(unreadable: " + e + ")";
        }
    }
}
