package io.gatehouse.registry.admin;

import io.gatehouse.contract.admin.AgentView;
import io.gatehouse.contract.admin.CredentialView;
import io.gatehouse.contract.admin.HostView;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.token.OpaqueToken;
import java.util.Locale;

/** Rows as administrators see them. */
final class Views {

    private Views() {}

    static HostView of(Host host) {
        return new HostView(
                host.id(),
                host.organizationId(),
                host.name(),
                host.createdAt(),
                host.lastSeenAt(),
                host.leaseExpiresAt());
    }

    static AgentView of(Agent agent) {
        String userId = agent.agentUserId();
        String alias = agent.alias();
        String host = agent.host();
        return new AgentView(
                agent.id(),
                agent.organizationId(),
                agent.kind().name().toLowerCase(Locale.ROOT),
                agent.name(),
                agent.templateAgentId(),
                agent.servedByAgentId(),
                userId == null || alias == null || host == null
                        ? null
                        : new AgentView.Registration(userId, alias, host),
                agent.createdAt());
    }

    static CredentialView of(OpaqueToken token) {
        return new CredentialView(
                token.id(),
                token.lastFour(),
                token.scopes(),
                token.createdAt(),
                token.expiresAt(),
                token.revokedAt(),
                token.lastUsedAt());
    }
}
