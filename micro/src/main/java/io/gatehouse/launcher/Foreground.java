package io.gatehouse.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Entry point of {@code mvn -Prun}: runs the runnable JAR as a process in the foreground.
 *
 * <p>Runs inside Maven and ends Maven's process with the server's exit code, so that the last line on the terminal is
 * the server's and not a build report. Ctrl-C reaches both processes, and the prompt returns once the server has
 * stopped.
 */
public final class Foreground {

    private Foreground() {}

    /** @param arguments of the {@code java} command */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString()));
        Collections.addAll(command, arguments);
        Process server = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        System.exit(server.waitFor());
    }

    private static void stop(Process server) {
        server.destroy();
        try {
            server.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
