package io.gatehouse.launcher;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * {@code java -jar gatehouse-micro.jar}: runs Gatehouse in the foreground until Ctrl-C. With {@code
 * --matrix-registration [file]} it writes the homeserver's registration file instead and exits.
 */
public final class GatehouseMicro {

    private static final String REGISTRATION = "--matrix-registration";
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private GatehouseMicro() {}

    public static void main(String... arguments) throws InterruptedException {
        try {
            run(System.out, List.of(arguments));
        } catch (StartRefused e) {
            System.err.println("gatehouse: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(PrintStream out, List<String> arguments) throws InterruptedException {
        if (arguments.isEmpty()) {
            start(out);
        } else if (!arguments.get(0).equals(REGISTRATION) || arguments.size() > 2) {
            throw new StartRefused("Unknown: " + String.join(" ", arguments) + ". There is one option, " + REGISTRATION
                    + " [file]; everything else is set by environment variables, see docs/configuration.md.");
        } else if (arguments.size() == 1) {
            RegistrationFile.print(out);
        } else {
            RegistrationFile.write(Path.of(arguments.get(1)), out);
        }
    }

    private static void start(PrintStream out) throws InterruptedException {
        LaunchSettings settings = LaunchSettings.from(System.getProperties(), System.getenv());
        DataDirectory data = DataDirectory.open(settings.dataDirectory());
        MicroServer.requireFree(settings.listen());
        out.println("Gatehouse is starting on " + settings.baseUrl() + " …");
        MicroServer.start(settings.listen(), data);
        if (!new Started(settings.baseUrl()).within(START_TIMEOUT)) {
            throw new StartRefused("Not started after " + START_TIMEOUT.toSeconds() + " s; see " + data.logs() + ".");
        }
        out.print(Welcome.text(settings, data));
        out.flush();
        // The server has its log; what it prints while it stops is of no use.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }
}
