package io.gatehouse.launcher;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The settings that the launcher needs before there is a server; all others are read by the application.
 *
 * @param production whether the deployment is in production mode, so that hints for developers are left out
 */
record LaunchSettings(InetSocketAddress listen, Path dataDirectory, boolean production) {

    static final String PORT = "GATEHOUSE_HTTP_PORT";
    static final String ADDRESS = "GATEHOUSE_HTTP_ADDRESS";
    static final String MODE = "GATEHOUSE_MODE";
    static final String DATA_DIRECTORY = "GATEHOUSE_DATA_DIR";

    /**
     * Reads the settings like the application does: system properties take precedence over variables, and empty values
     * count as not set.
     *
     * @throws StartRefused if a value is invalid
     */
    static LaunchSettings from(Properties properties, Map<String, String> environment) {
        int port = port(value(properties, environment, PORT, "8080"));
        InetAddress address = address(value(properties, environment, ADDRESS, "127.0.0.1"));
        Path data = dataDirectory(value(properties, environment, DATA_DIRECTORY, ".gatehouse"));
        String mode = value(properties, environment, MODE, "development");
        return new LaunchSettings(new InetSocketAddress(address, port), data, mode.equals("production"));
    }

    /** In these keys every underscore of the variable stands for a dot. */
    private static String value(
            Properties properties, Map<String, String> environment, String variable, String otherwise) {
        String key = variable.toLowerCase(Locale.ROOT).replace('_', '.');
        return Stream.of(properties.getProperty(key, ""), environment.getOrDefault(variable, ""))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }

    /** Returns the address of the server on this machine, without a trailing slash. */
    String baseUrl() {
        InetAddress address = listen.getAddress();
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + listen.getPort();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new StartRefused(notAPort(text), e);
        }
        throw new StartRefused(notAPort(text));
    }

    private static String notAPort(String text) {
        return "'" + text + "' is not a port: set " + PORT + " to a number from 1 to 65535.";
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text.strip());
        } catch (UnknownHostException e) {
            throw new StartRefused(
                    "'" + text + "' is not an address of this machine: set " + ADDRESS
                            + " to one, 127.0.0.1 for this machine only or 0.0.0.0 for every network.",
                    e);
        }
    }

    private static Path dataDirectory(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new StartRefused("'" + text + "' is not a path: set " + DATA_DIRECTORY + " to a directory.", e);
        }
    }
}
