package io.gatehouse.install.catalog.agent;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/**
 * Appends the audit events of installs. Must be called last in a transaction: it locks the organization's audit head.
 */
@Dependent
public class InstallEvents {

    private final AuditTrail audit;

    @Inject
    public InstallEvents(AuditTrail audit) {
        this.audit = audit;
    }

    /** Appends one event for the install and all mirrored items; none if nothing changed. */
    public void installed(UUID organizationId, UserId user, UUID templateAgentId, Installation installation) {
        if (!installation.created() && !installation.changes().any()) {
            return;
        }
        audit.append(new AuditEntry(
                organizationId,
                "user:" + user,
                installation.created() ? "agent.installed" : "agent.resynced",
                "agent:" + installation.agentId(),
                Map.of(
                        "template", templateAgentId.toString(),
                        "items_added", String.valueOf(installation.changes().added()),
                        "items_updated", String.valueOf(installation.changes().updated()),
                        "items_removed", String.valueOf(installation.changes().removed()))));
    }

    void removed(UUID organizationId, UserId user, UUID agentId, UUID templateAgentId, int items) {
        audit.append(new AuditEntry(
                organizationId,
                "user:" + user,
                "agent.removed",
                "agent:" + agentId,
                Map.of("template", templateAgentId.toString(), "items_removed", String.valueOf(items))));
    }
}
