package io.gatehouse.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** Migration 23 on links and addresses from before. */
@StoreTest
class TypedNumbersMigrationTest {

    private static final String ROWS = """
            insert into old.organization (id, slug, name, visibility, created_at, version)
              values ('00000000-0000-7000-8000-000000000001', 'o', 'O', 'PRIVATE', current_timestamp, 1);
            insert into old.member (id, organization_id, user_id, issuer, subject, email, role, created_at, version)
              values ('00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000001',
                '00000000-0000-8000-8000-000000000011', 'i', 'verified', 'Ada@example.com', 'OWNER', current_timestamp, 1),
              ('00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000001',
                '00000000-0000-8000-8000-000000000012', 'i', 'unverified', 'bob@example.com', 'OWNER', current_timestamp, 1),
              ('00000000-0000-7000-8000-000000000013', '00000000-0000-7000-8000-000000000001',
                '00000000-0000-8000-8000-000000000013', 'i', 'none', null, 'OWNER', current_timestamp, 1);
            insert into old.identity (id, member_id, user_id, namespace, identifier, match_key, active_key, source,
                linked_at, verified_at, unlinked_at, version)
              values ('00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-000000000011',
                '00000000-0000-8000-8000-000000000011', 'email', 'ada@example.com', 'ada@example.com',
                'email:ada@example.com', 'SIGN_IN', current_timestamp, current_timestamp, null, 1),
              ('00000000-0000-7000-8000-000000000022', '00000000-0000-7000-8000-000000000012',
                '00000000-0000-8000-8000-000000000012', 'email', 'bob@example.com', 'bob@example.com',
                'email:bob@example.com', 'SIGN_IN', current_timestamp, null, null, 1),
              ('00000000-0000-7000-8000-000000000023', '00000000-0000-7000-8000-000000000011',
                '00000000-0000-8000-8000-000000000011', 'wa_jid', '1@s.whatsapp.net', '+1', 'wa_jid:+1', 'FORM',
                current_timestamp, null, null, 1),
              ('00000000-0000-7000-8000-000000000024', '00000000-0000-7000-8000-000000000012',
                '00000000-0000-8000-8000-000000000012', 'wa_jid', '2@s.whatsapp.net', '+2', 'wa_jid:+2', 'FORM',
                current_timestamp, current_timestamp, null, 1),
              ('00000000-0000-7000-8000-000000000025', '00000000-0000-7000-8000-000000000012',
                '00000000-0000-8000-8000-000000000012', 'wa_jid', '1@s.whatsapp.net', '+1', null, 'FORM',
                current_timestamp, null, current_timestamp, 1);
            """;

    private final TestDatabase database;

    TypedNumbersMigrationTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void unprovedLinksBecomePendingAndLinkedVerifiedAddressesStayVerified() throws SQLException {
        flyway().target("22").load().migrate();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String insert : ROWS.split(";", -1)) {
                if (!insert.isBlank()) {
                    statement.execute(insert);
                }
            }
        }

        flyway().load().migrate();

        assertThat(rows("select id, active_key, pending_key from old.identity order by id"))
                .extracting(row -> row.substring(34))
                .containsExactly(
                        "21 email:ada@example.com null",
                        "22 null email:bob@example.com",
                        "23 null wa_jid:+1",
                        "24 wa_jid:+2 null",
                        "25 null null");
        assertThat(rows("select subject, case when email_verified then 'yes' else 'no' end, email from old.member"
                        + " order by subject"))
                .containsExactly("none no null", "unverified no bob@example.com", "verified yes Ada@example.com");
    }

    private FluentConfiguration flyway() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .defaultSchema("old")
                .createSchemas(true);
    }

    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1) + " " + result.getString(2) + " " + result.getString(3));
            }
        }
        return rows;
    }
}
