package io.gatehouse.launcher;

import java.io.PrintStream;
import java.time.Duration;

/** {@code java -jar gatehouse-micro.jar}: starts the embedded default in the foreground until Ctrl-C. */
public final class GatehouseMicro {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private GatehouseMicro() {}

    public static void main(String... arguments) throws InterruptedException {
        try {
            start(System.out);
        } catch (StartRefused e) {
            System.err.println("gatehouse: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void start(PrintStream out) throws InterruptedException {
        LaunchSettings settings = LaunchSettings.from(System.getenv());
        DataDirectory data = DataDirectory.open(settings.dataDirectory());
        MicroServer.requireFree(settings.listen());
        out.println("Gatehouse is starting on " + settings.baseUrl() + " …");
        MicroServer.start(settings.listen(), data);
        if (!new Started(settings.baseUrl()).within(PATIENCE)) {
            throw new StartRefused("Not started after " + PATIENCE.toSeconds() + " s; see " + data.logs() + ".");
        }
        out.print(Welcome.text(settings, data));
        out.flush();
    }
}
