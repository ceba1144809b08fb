package io.gatehouse.contract.access;

import java.util.Arrays;
import java.util.Optional;

/** What a host's token or signing key can be good for. */
public enum HostScope {

    /** Everything under {@code /bridge/v1} that hosts may do. */
    BRIDGE("bridge", false),

    /** Handing in chat messages and looking routes up, as a gateway does, for whichever tenant. */
    CHAT_CLAIM("chat:claim", true);

    private final String wireName;
    private final boolean acrossTenants;

    HostScope(String wireName, boolean acrossTenants) {
        this.wireName = wireName;
        this.acrossTenants = acrossTenants;
    }

    public static Optional<HostScope> of(String wireName) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName.equals(wireName))
                .findFirst();
    }

    /** As in RFC 6749 section 3.3. */
    public String wireName() {
        return wireName;
    }

    /** Whether it reaches past the organization of its host: then only the deployment's administrators give it. */
    public boolean isAcrossTenants() {
        return acrossTenants;
    }
}
