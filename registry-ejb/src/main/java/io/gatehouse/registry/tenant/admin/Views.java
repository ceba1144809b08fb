package io.gatehouse.registry.tenant.admin;

import io.gatehouse.contract.admin.AgentView;
import io.gatehouse.contract.admin.AuditEventView;
import io.gatehouse.contract.admin.CredentialView;
import io.gatehouse.contract.admin.HostView;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.audit.AuditEvent;
import io.gatehouse.domain.credential.Credential;
import io.gatehouse.domain.host.Host;
import io.gatehouse.kernel.json.JsonObjects;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Converts rows to the views that administrators get. */
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

    static CredentialView of(Credential credential) {
        return new CredentialView(
                credential.id(),
                credential.lastFour(),
                credential.scopes(),
                credential.createdAt(),
                credential.expiresAt(),
                credential.revokedAt(),
                credential.lastUsedAt());
    }

    static AuditEventView of(AuditEvent event) {
        return new AuditEventView(
                event.id(),
                event.organizationId(),
                event.sequence(),
                event.occurredAt(),
                event.actor(),
                event.action(),
                event.subject(),
                texts(event.details()));
    }

    /** Reads the details, which the audit trail stores as a JSON object of strings. */
    private static Map<String, String> texts(String json) {
        JsonObject object = JsonObjects.read(json);
        return object.keySet().stream().collect(Collectors.toMap(key -> key, object::getString));
    }
}
