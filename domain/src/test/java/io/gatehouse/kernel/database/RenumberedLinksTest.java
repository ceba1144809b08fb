package io.gatehouse.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.id.Ids;
import io.gatehouse.testkit.Engine;
import io.gatehouse.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migration 29 ends the duplicates that migration 24 left, and writes audit events for all ended links. */
class RenumberedLinksTest {

    private static final UUID ADA = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();

    private final Ids ids = new Ids();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofTwoFormsThatAUserTypedOneStaysPendingAndTheOtherEnds(Engine engine) throws SQLException {
        JdbcConnectionPool database = before(engine);
        UUID oldForm = typed(database, ADA, "22997123456");
        UUID newForm = typed(database, ADA, "2290197123456");
        UUID typedFirst = typed(database, ADA, "2416031234");
        UUID typedLast = typed(database, ADA, "24106031234");
        UUID anothers = typed(database, BOB, "22997123456");
        Migrations.run(database, "24");
        Migrations.run(database);

        assertThat(rows(database, "select pending_key, unlink_reason from identity order by id"))
                .containsExactly(
                        "null RENUMBERED",
                        "wa_jid:+2290197123456 null",
                        "null RENUMBERED",
                        "wa_jid:+24166031234 null",
                        "wa_jid:+2290197123456 null");
        assertThat(rows(database, "select id, 1 from identity where unlinked_at is null order by id"))
                .containsExactly(newForm + " 1", typedLast + " 1", anothers + " 1");
        assertThat(subjects(database)).containsExactlyInAnyOrder("identity:" + oldForm, "identity:" + typedFirst);
        database.dispose();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyLinkEndedByRenumberingIsInTheAuditTrailOnce(Engine engine) throws SQLException {
        JdbcConnectionPool database = before(engine);
        UUID ended = linked(database, ADA, "22507481234", "2026-01-01 10:00:00");
        linked(database, ADA, "2250707481234", "2026-01-02 10:00:00");
        UUID alsoEnded = linked(database, BOB, "22997123456", "2026-01-01 10:00:00");
        linked(database, BOB, "2290197123456", "2026-01-02 10:00:00");
        Migrations.run(database, "24");
        Migrations.run(database);
        Migrations.run(database);

        assertThat(rows(database, "select subject, details from audit_event order by sequence"))
                .containsExactlyInAnyOrder(
                        "identity:" + ended + " {\"namespace\":\"wa_jid\",\"reason\":\"RENUMBERED\"}",
                        "identity:" + alsoEnded + " {\"namespace\":\"wa_jid\",\"reason\":\"RENUMBERED\"}");
        assertThat(rows(database, "select actor, action from audit_event")).containsOnly("platform identity.unlinked");
        assertThat(rows(database, "select sequence, 1 from audit_head")).containsExactly("2 1");
        database.dispose();
    }

    /** Returns a database at migration 23, with two members of one organization. */
    private static JdbcConnectionPool before(Engine engine) throws SQLException {
        JdbcConnectionPool database = TestDatabase.empty(engine);
        Migrations.run(database, "23");
        UUID organization = UUID.randomUUID();
        run(
                database,
                "insert into organization (id, slug, name, visibility, created_at, version) values ('" + organization
                        + "', 'o', 'O', 'PRIVATE', now(), 1)");
        for (UUID member : new UUID[] {ADA, BOB}) {
            run(
                    database,
                    "insert into member (id, organization_id, user_id, issuer, subject, role, created_at, version) values ('"
                            + member + "', '" + organization + "', '" + member + "', 'i', '" + member
                            + "', 'OWNER', now(), 1)");
        }
        return database;
    }

    private UUID typed(JdbcConnectionPool database, UUID member, String number) throws SQLException {
        return identity(database, member, number, "pending_key", null);
    }

    private UUID linked(JdbcConnectionPool database, UUID member, String number, String verifiedAt)
            throws SQLException {
        return identity(database, member, number, "active_key", verifiedAt);
    }

    private UUID identity(
            JdbcConnectionPool database, UUID member, String number, String key, @Nullable String verifiedAt)
            throws SQLException {
        UUID id = ids.next();
        run(
                database,
                "insert into identity (id, member_id, user_id, namespace, identifier, match_key, " + key
                        + ", source, linked_at, verified_at, version) values ('" + id + "', '" + member + "', '"
                        + member
                        + "', 'wa_jid', '" + number + "@s.whatsapp.net', '+" + number + "', 'wa_jid:+" + number
                        + "', 'FORM', now(), " + (verifiedAt == null ? "null" : "timestamp '" + verifiedAt + "'")
                        + ", 1)");
        return id;
    }

    private static List<String> subjects(JdbcConnectionPool database) throws SQLException {
        return rows(database, "select subject, 1 from audit_event").stream()
                .map(row -> row.substring(0, row.length() - 2))
                .toList();
    }

    private static void run(JdbcConnectionPool database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(JdbcConnectionPool database, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1) + " " + result.getString(2));
            }
        }
        return rows;
    }
}
