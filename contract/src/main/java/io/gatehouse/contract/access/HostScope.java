package io.gatehouse.contract.access;

import java.util.Arrays;
import java.util.Optional;

/** The scopes of a host's token or signing key. */
public enum HostScope {

    /** Everything that hosts may do under {@code /bridge/v1}. */
    BRIDGE("bridge", false),

    /** Handing in chat messages and looking up routes, as a gateway does, for every tenant. */
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

    /** The scope token of RFC 6749 section 3.3. */
    public String wireName() {
        return wireName;
    }

    /**
     * Whether the scope reaches beyond the organization of its host. Only the deployment's administrators may grant it
     * then.
     */
    public boolean isAcrossTenants() {
        return acrossTenants;
    }
}
