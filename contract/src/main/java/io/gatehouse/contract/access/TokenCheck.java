package io.gatehouse.contract.access;

import io.gatehouse.contract.registry.CallingHost;
import java.util.Set;
import java.util.UUID;

/** What an opaque token allows, or why it is refused. */
public sealed interface TokenCheck {

    /**
     * A host's token.
     *
     * @param organizationId whose host it is: the token is good for nothing of another organization
     * @param host the host that it is bound to; {@code *} for every host of the organization
     */
    record HostAccess(UUID tokenId, UUID organizationId, String host, Set<String> scopes) implements TokenCheck {

        public HostAccess {
            scopes = Set.copyOf(scopes);
        }

        /** Whether it may act for a host of that name that is that organization's. */
        public boolean reaches(UUID organization, String name) {
            return organizationId.equals(organization) && (host.equals(CallingHost.EVERY_HOST) || host.equals(name));
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
