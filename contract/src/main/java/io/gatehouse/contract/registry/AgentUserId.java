package io.gatehouse.contract.registry;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Matrix user id of a registered agent, {@code @agent-<alias>-<host>:<server name>}. Two names can form the same id
 * (both parts may contain a dash), so the name cannot be derived from the id. The first to register gets the id.
 *
 * @param value at most 255 bytes (Matrix specification, user identifiers)
 */
public record AgentUserId(String value) {

    /** Prefix of every agent's localpart: the namespace of the application service. */
    public static final String LOCALPART_PREFIX = "agent-";

    private static final int MAX_LENGTH = 255;
    private static final Pattern FORM = Pattern.compile("@" + LOCALPART_PREFIX + "[a-z0-9._-]+:[\\x21-\\x7e]+");

    /** Returns empty if the id would be too long. */
    public static Optional<AgentUserId> of(AgentName name, String serverName) {
        String id = "@" + LOCALPART_PREFIX + name.alias() + "-" + name.host() + ":" + serverName;
        return id.getBytes(StandardCharsets.UTF_8).length > MAX_LENGTH
                ? Optional.empty()
                : Optional.of(new AgentUserId(id));
    }

    /** Whether the text can be an agent's user id, on any server. */
    public static boolean isOne(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    /** The part between {@code @} and the first colon. */
    public String localpart() {
        return value.substring(1, value.indexOf(':'));
    }

    @Override
    public String toString() {
        return value;
    }
}
