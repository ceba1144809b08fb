package io.gatehouse.launcher;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * {@code java -jar gatehouse-micro.jar}: starts the embedded default in the foreground until Ctrl-C. With
 * {@code --matrix-registration [file]} it writes the homeserver's registration file instead, and ends.
 */
public final class GatehouseMicro {

    private static final String REGISTRATION = "--matrix-registration";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
        if (!new Started(settings.baseUrl()).within(PATIENCE)) {
            throw new StartRefused("Not started after " + PATIENCE.toSeconds() + " s; see " + data.logs() + ".");
        }
        out.print(Welcome.text(settings, data));
        out.flush();
        // The server logs what is of use, and on its way down prints what is not.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }
}
