package io.gatehouse.kernel.config;

import java.util.regex.Pattern;

/**
 * The registration file of this application service (Matrix application service API, registration). The homeserver's
 * operator puts it beside the homeserver's configuration. It contains the two tokens.
 */
public final class MatrixRegistration {

    /** As in {@code io.gatehouse.contract.registry.AgentName}: an alias, or the name of a host. */
    private static final String NAME = "[a-z0-9][a-z0-9._-]*";

    private static final Pattern SPECIAL = Pattern.compile("[\\\\.+*?()|\\[\\]{}^$]");

    private MatrixRegistration() {}

    /**
     * Returns the file for the configuration of this process, before any server runs in it. The launcher of the
     * runnable JAR calls this method by name.
     *
     * @throws ConfigurationException if no homeserver is configured, or its configuration is invalid
     */
    public static String ofProcess() {
        return of(Settings.ofProcess()
                .matrix()
                .orElseThrow(() -> new ConfigurationException(
                        MatrixKeys.HOMESERVER_URL + " is not set: name the homeserver that the registration is for")));
    }

    /** Returns the file as YAML, to be written in UTF-8. */
    public static String of(MatrixSettings matrix) {
        String server = literally(":" + matrix.serverName());
        return """
                # Gatehouse, as an application service. Holds two secrets: readable by the homeserver only (mode 0600).
                id: %s
                url: %s
                as_token: %s
                hs_token: %s
                sender_localpart: %s
                rate_limited: false
                namespaces:
                  users:
                    - exclusive: true
                      regex: %s
                    - exclusive: true
                      regex: %s
                  aliases: []
                  rooms: []
                """.formatted(
                        quoted(matrix.appserviceId()),
                        quoted(matrix.appserviceUrl().toString()),
                        quoted(matrix.asToken()),
                        quoted(matrix.hsToken()),
                        quoted(matrix.senderLocalpart()),
                        quoted("^@agent-" + NAME + "-" + NAME + server + "$"),
                        quoted("^@" + literally(matrix.senderLocalpart()) + server + "$"));
    }

    private static String literally(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    /** Returns a double-quoted scalar (YAML 1.2, section 7.3.1). All values are visible ASCII. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
