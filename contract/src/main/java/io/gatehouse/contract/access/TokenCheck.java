package io.gatehouse.contract.access;

import io.gatehouse.contract.registry.CallingHost;
import java.util.Set;
import java.util.UUID;

/** The access that an opaque token grants, or why it is refused. */
public sealed interface TokenCheck {

    /**
     * A host's token.
     *
     * @param organizationId the host's organization; the token has no access to any other
     * @param host the host that it is bound to; {@code *} for all hosts of the organization
     */
    record HostAccess(UUID tokenId, UUID organizationId, String host, Set<String> scopes) implements TokenCheck {

        public HostAccess {
            scopes = Set.copyOf(scopes);
        }

        /** Whether it may act for the host of this name in this organization. */
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

    /** @param why for people; does not distinguish an unknown token from a revoked one */
    record Refused(String why) implements TokenCheck {}
}
