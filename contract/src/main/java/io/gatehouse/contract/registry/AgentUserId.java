package io.gatehouse.contract.registry;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Matrix user id of a registered agent, {@code @agent-<alias>-<host>:<server name>}. Two names can make the same id
 * (a dash may stand in both parts), so an id does not tell the name: who registers first has it.
 *
 * @param value at most 255 bytes (Matrix specification, user identifiers)
 */
public record AgentUserId(String value) {

    /** What every agent's localpart begins with: the namespace of the application service. */
    public static final String LOCALPART_PREFIX = "agent-";

    private static final int LONGEST = 255;
    private static final Pattern FORM = Pattern.compile("@" + LOCALPART_PREFIX + "[a-z0-9._-]+:[\\x21-\\x7e]+");

    /** Empty where the id would be too long. */
    public static Optional<AgentUserId> of(AgentName name, String serverName) {
        String id = "@" + LOCALPART_PREFIX + name.alias() + "-" + name.host() + ":" + serverName;
        return id.getBytes(StandardCharsets.UTF_8).length > LONGEST
                ? Optional.empty()
                : Optional.of(new AgentUserId(id));
    }

    /** Whether the text can be an agent's user id, on whatever server. */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
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
