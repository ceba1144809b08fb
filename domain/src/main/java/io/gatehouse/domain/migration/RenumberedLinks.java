package io.gatehouse.domain.migration;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.domain.audit.AuditChain;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.kernel.time.SystemClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Ends duplicate pending links that migration 24 left when one user typed two forms of a number, and writes the audit
 * events for ended links. SQL cannot write these, because the hash of an event is computed only in {@link AuditChain}.
 * {@code Migrations} finds this class as a service.
 */
public final class RenumberedLinks implements JavaMigration {

    private static final String DUPLICATES = " from identity where pending_key is not null"
            + " and namespace in ('wa_jid', 'phone') and pending_key <> namespace || ':' || match_key and exists ("
            + "select 1 from identity other where other.user_id = identity.user_id and other.id <> identity.id"
            + " and other.pending_key = identity.namespace || ':' || identity.match_key)";

    private static final String ENDED = "select identity.id, identity.namespace, member.organization_id from identity"
            + " join member on member.id = identity.member_id where identity.unlink_reason = 'RENUMBERED'"
            + " order by member.organization_id, identity.unlinked_at, identity.id";

    private final Ids ids = new Ids();

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("29");
    }

    @Override
    public String getDescription() {
        return "renumbered links";
    }

    /** No checksum: code is not compared. */
    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        Instant now = new SystemClock().instant();
        endDuplicates(connection, now);
        for (AuditEntry event : events(connection)) {
            AuditChain.append(connection, ids.next(), event, now);
        }
    }

    /** Of two forms that one user typed, ends the one that look-ups no longer find. */
    private static void endDuplicates(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update identity set pending_key = null, unlinked_at = ?, unlink_reason = 'RENUMBERED', version = version + 1"
                        + " where id in (select id" + DUPLICATES + ")")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    private static List<AuditEntry> events(Connection connection) throws SQLException {
        List<AuditEntry> events = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ENDED)) {
            while (rows.next()) {
                events.add(new AuditEntry(
                        rows.getObject(3, UUID.class),
                        "platform",
                        "identity.unlinked",
                        "identity:" + rows.getObject(1, UUID.class),
                        Map.of("namespace", rows.getString(2), "reason", "RENUMBERED")));
            }
        }
        return events;
    }
}
