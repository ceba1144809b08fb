package io.gatehouse.install.channel.connection;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.domain.connection.Connection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/**
 * Appends the audit events of connections: the names of the changed settings, never their values. Must be called last
 * in a transaction: it locks the organization's audit head.
 */
@Dependent
public class ConnectionEvents {

    private static final String HOMESERVER = "homeserver";

    private final AuditTrail audit;

    @Inject
    public ConnectionEvents(AuditTrail audit) {
        this.audit = audit;
    }

    void created(Administrator by, Connection connection) {
        append(by, connection, "connection.created", Map.of());
    }

    /** @param changed the names of the changed properties, as in {@code enabled} or {@code settings/botToken} */
    void changed(Administrator by, Connection connection, Iterable<String> changed) {
        append(
                by,
                connection,
                "connection.changed",
                Map.of("changed", String.join(" ", changed), "enabled", String.valueOf(connection.isEnabled())));
    }

    /** The actor is the homeserver, which reported the move; no administrator made the change. */
    void moved(Connection connection, String oldRoom, String newRoom) {
        append(
                HOMESERVER,
                connection,
                "connection.changed",
                Map.of("changed", "settings/roomId", "from", oldRoom, "to", newRoom));
    }

    void removed(Administrator by, Connection connection) {
        append(by, connection, "connection.removed", Map.of());
    }

    private void append(Administrator by, Connection connection, String action, Map<String, String> more) {
        append(by.actor(), connection, action, more);
    }

    private void append(String actor, Connection connection, String action, Map<String, String> more) {
        Map<String, String> details = new HashMap<>(more);
        details.put("platform", connection.platform().wireName());
        details.put("template", connection.templateAgentId().toString());
        audit.append(
                new AuditEntry(connection.organizationId(), actor, action, "connection:" + connection.id(), details));
    }
}
