package io.gatehouse.contract.registry;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a registered agent is known by: its alias on its host. Both are {@code [a-z0-9][a-z0-9._-]*}, so that they fit
 * into the localpart of a Matrix user id and into no other namespace.
 */
public record AgentName(String alias, String host) {

    private static final Pattern PART = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final int LONGEST_PART = 200;

    public AgentName {
        if (!isPart(alias) || !isPart(host)) {
            throw new IllegalArgumentException("neither alias nor host may be other than [a-z0-9][a-z0-9._-]*");
        }
    }

    /** Empty where alias or host is nothing that can be a name. */
    public static Optional<AgentName> of(String alias, String host) {
        return isPart(alias) && isPart(host) ? Optional.of(new AgentName(alias, host)) : Optional.empty();
    }

    /** Whether the text can be an alias or the name of a host. */
    public static boolean isPart(String text) {
        return text.length() <= LONGEST_PART && PART.matcher(text).matches();
    }
}
