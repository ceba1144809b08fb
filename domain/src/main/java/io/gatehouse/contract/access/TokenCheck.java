package io.gatehouse.contract.access;

import java.util.Set;
import java.util.UUID;

/** What an opaque token allows, or why it is refused. */
public sealed interface TokenCheck {

    /**
     * A host's token.
     *
     * @param host the host that it is bound to; {@code *} for every host
     */
    record HostAccess(UUID tokenId, String host, Set<String> scopes) implements TokenCheck {

        public HostAccess {
            scopes = Set.copyOf(scopes);
        }
    }

    /** An agent's token. */
    record AgentAccess(UUID tokenId, UUID agentId, String agentUserId, Set<String> scopes) implements TokenCheck {

        public AgentAccess {
            scopes = Set.copyOf(scopes);
        }
    }

    /** @param why for a person; it does not tell an unknown token from a revoked one */
    record Refused(String why) implements TokenCheck {}
}
