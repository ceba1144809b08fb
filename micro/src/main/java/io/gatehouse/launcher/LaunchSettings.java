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
 * What the launcher itself must know before there is a server; everything else is the application's configuration.
 *
 * @param production whether the terminal is an operator's, who has no use for development users
 */
record LaunchSettings(InetSocketAddress listen, Path dataDirectory, boolean production) {

    static final String PORT = "GATEHOUSE_HTTP_PORT";
    static final String ADDRESS = "GATEHOUSE_HTTP_ADDRESS";
    static final String MODE = "GATEHOUSE_MODE";
    static final String DATA_DIRECTORY = "GATEHOUSE_DATA_DIR";

    /**
     * As the application reads it: a system property before the variable, and what is empty is not set.
     *
     * @throws StartRefused if a variable is set to something that cannot be meant
     */
    static LaunchSettings from(Properties properties, Map<String, String> environment) {
        int port = port(value(properties, environment, PORT, "8080"));
        InetAddress address = address(value(properties, environment, ADDRESS, "127.0.0.1"));
        Path data = dataDirectory(value(properties, environment, DATA_DIRECTORY, ".gatehouse"));
        String mode = value(properties, environment, MODE, "development");
        return new LaunchSettings(new InetSocketAddress(address, port), data, mode.equals("production"));
    }

    /** Every underscore in the variables of these keys is a dot of the key. */
    private static String value(
            Properties properties, Map<String, String> environment, String variable, String otherwise) {
        String key = variable.toLowerCase(Locale.ROOT).replace('_', '.');
        return Stream.of(properties.getProperty(key, ""), environment.getOrDefault(variable, ""))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }

    /** Where a person on this machine reaches the server, without a slash at the end. */
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
        return "'" + text + "' is no port: set " + PORT + " to a number from 1 to 65535.";
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text.strip());
        } catch (UnknownHostException e) {
            throw new StartRefused(
                    "'" + text + "' is no address of this machine: set " + ADDRESS
                            + " to one, 127.0.0.1 for this machine only or 0.0.0.0 for every network.",
                    e);
        }
    }

    private static Path dataDirectory(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new StartRefused("'" + text + "' is no path: set " + DATA_DIRECTORY + " to a directory.", e);
        }
    }
}
