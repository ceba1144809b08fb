package io.gatehouse.domain.audit;

import io.gatehouse.contract.audit.AuditEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;

/** Appends audit events without a persistence unit, for migrations. */
public final class AuditChain {

    private AuditChain() {}

    /**
     * Appends in the connection's transaction, which holds the chain's lock until it ends.
     *
     * @param now in whole microseconds
     */
    public static void append(Connection connection, UUID id, AuditEntry entry, Instant now) throws SQLException {
        AuditHead head =
                lockHead(connection, Objects.requireNonNullElse(entry.organizationId(), AuditEvent.DEPLOYMENT));
        AuditEvent event = new AuditEvent(id, head, entry, now);
        add(connection, head, event);
        try (PreparedStatement update =
                connection.prepareStatement("update audit_head set sequence = ?, hash = ? where organization_id = ?")) {
            update.setLong(1, event.sequence());
            update.setBytes(2, event.hash());
            update.setObject(3, head.organizationId());
            update.executeUpdate();
        }
    }

    private static AuditHead lockHead(Connection connection, UUID organizationId) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_head (organization_id, sequence, hash) values (?, 0, ?) on conflict do nothing")) {
            insert.setObject(1, organizationId);
            insert.setBytes(2, AuditHead.genesis());
            insert.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement(
                "select sequence, hash from audit_head where organization_id = ? for update")) {
            select.setObject(1, organizationId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new AuditHead(organizationId, row.getLong(1), row.getBytes(2));
            }
        }
    }

    private static void add(Connection connection, AuditHead head, AuditEvent event) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into audit_event"
                + " (id, organization_id, sequence, occurred_at, actor, action, subject, details, previous_hash, hash)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, event.id());
            insert.setObject(2, head.organizationId());
            insert.setLong(3, event.sequence());
            insert.setObject(4, event.occurredAt().atOffset(ZoneOffset.UTC));
            insert.setString(5, event.actor());
            insert.setString(6, event.action());
            insert.setString(7, event.subject());
            insert.setString(8, event.details());
            insert.setBytes(9, head.hash());
            insert.setBytes(10, event.hash());
            insert.executeUpdate();
        }
    }
}
