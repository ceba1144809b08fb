package io.gatehouse.contract.registry;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a registered agent: its alias and its host. Both are {@code [a-z0-9][a-z0-9._-]*}, so that they fit into
 * the localpart of a Matrix user id and stay in the agents' namespace.
 */
public record AgentName(String alias, String host) {

    private static final Pattern PART = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final int MAX_PART_LENGTH = 200;

    public AgentName {
        if (!isPart(alias) || !isPart(host)) {
            throw new IllegalArgumentException("neither alias nor host may be other than [a-z0-9][a-z0-9._-]*");
        }
    }

    /** Returns empty if alias or host is not a valid name. */
    public static Optional<AgentName> of(String alias, String host) {
        return isPart(alias) && isPart(host) ? Optional.of(new AgentName(alias, host)) : Optional.empty();
    }

    /** Whether the text is a valid alias or host name. */
    public static boolean isPart(String text) {
        return text.length() <= MAX_PART_LENGTH && PART.matcher(text).matches();
    }
}
