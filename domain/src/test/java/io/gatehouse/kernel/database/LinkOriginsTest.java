package io.gatehouse.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Engine;
import io.gatehouse.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migration 27 derives from the claims which organization's connection proved a link. */
class LinkOriginsTest {

    private static final String BEFORE = "26";
    private static final String FIRST = "2026-01-01 10:00:00+00";
    private static final String A_SECOND_LATER = "2026-01-01 10:00:01+00";
    private static final String A_DAY_LATER = "2026-01-02 10:00:00+00";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aLinkIsProvedByTheOrganizationWhoseTemplateWasClaimedWithIt(Engine engine) throws SQLException {
        try (Old old = new Old(engine)) {
            UUID operator = old.organization();
            UUID tenant = old.organization();
            UUID user = old.member(old.organization());
            UUID claimed = old.link(user, "wa_jid:+447911000001", "CLAIM", A_SECOND_LATER);
            UUID alias = old.link(user, "wa_bsuid:GB.1", "ALIAS", A_SECOND_LATER);
            UUID late = old.link(user, "wa_lid:1", "ALIAS", A_DAY_LATER);
            old.claim(user, old.connected(operator), "wa_jid:+447911000001", FIRST);
            old.claim(user, old.connected(tenant), "wa_jid:+447911000001", A_DAY_LATER);
            old.update();

            assertThat(old.text("proved_by_organization_id", claimed)).isEqualTo(operator.toString());
            assertThat(old.text("proved_by_organization_id", alias)).isEqualTo(operator.toString());
            assertThat(old.text("proved_by_organization_id", late)).isNull();
            assertThat(old.text("came_with_id", alias)).isEqualTo(claimed.toString());
            assertThat(old.text("came_with_id", claimed)).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theProofIsUnknownIfNoConnectionCanHaveProvedTheLink(Engine engine) throws SQLException {
        try (Old old = new Old(engine)) {
            UUID user = old.member(old.organization());
            UUID overAGateway = old.link(user, "wa_jid:+447911000001", "CLAIM", A_SECOND_LATER);
            UUID typed = old.link(user, "wa_jid:+447911000002", "FORM", A_DAY_LATER);
            old.claim(user, old.template(old.organization()), "wa_jid:+447911000001", FIRST);
            old.claim(user, old.connected(old.organization()), "wa_jid:+447911000002", FIRST);
            old.update();

            assertThat(old.text("proved_by_organization_id", overAGateway)).isNull();
            assertThat(old.text("proved_by_organization_id", typed)).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void scopedIdsGetTheirOrganizationsScopeOrAreDeleted(Engine engine) throws SQLException {
        try (Old old = new Old(engine)) {
            UUID operator = old.organization();
            UUID user = old.member(old.organization());
            UUID known = old.link(user, "wa_jid:+447911000001", "CLAIM", A_SECOND_LATER);
            UUID unknown = old.link(user, "wa_jid:+447911000002", "CLAIM", A_DAY_LATER);
            old.claim(user, old.connected(operator), "wa_jid:+447911000001", FIRST);
            old.scopedId(known, "waba:1");
            old.scopedId(unknown, "waba:1");
            old.scopedId(unknown, "template:1");
            old.update();

            assertThat(old.scope(known)).isEqualTo("organization:" + operator + " waba:1");
            assertThat(old.scope(unknown)).isEqualTo("template:1");
        }
    }

    /** A database at the schema version before the migration. */
    private static final class Old implements AutoCloseable {

        private final JdbcConnectionPool database;

        Old(Engine engine) {
            database = TestDatabase.empty(engine);
            Migrations.run(database, BEFORE);
        }

        UUID organization() throws SQLException {
            UUID id = UUID.randomUUID();
            run("insert into organization (id, slug, name, visibility, created_at, version) values ('" + id + "', '"
                    + id + "', 'O', 'PUBLIC', now(), 1)");
            return id;
        }

        UUID member(UUID organization) throws SQLException {
            UUID id = UUID.randomUUID();
            run(
                    "insert into member (id, organization_id, user_id, issuer, subject, role, created_at, version) values ('"
                            + id + "', '" + organization + "', '" + id + "', 'i', '" + id + "', 'OWNER', now(), 1)");
            return id;
        }

        UUID template(UUID organization) throws SQLException {
            UUID id = UUID.randomUUID();
            run("insert into agent (id, organization_id, kind, created_at, version) values ('" + id + "', '"
                    + organization + "', 'TEMPLATE', now(), 1)");
            return id;
        }

        UUID connected(UUID organization) throws SQLException {
            UUID template = template(organization);
            run("insert into connection (id, organization_id, platform, template_agent_id, name, enabled, created_at,"
                    + " version) values ('" + UUID.randomUUID() + "', '" + organization + "', 'whatsapp', '" + template
                    + "', 'C', true, timestamp with time zone '" + FIRST + "', 1)");
            return template;
        }

        /** Adds a link. The member's id is also the user's. */
        UUID link(UUID member, String key, String source, String verifiedAt) throws SQLException {
            UUID id = UUID.randomUUID();
            String namespace = key.substring(0, key.indexOf(':'));
            run("insert into identity (id, member_id, user_id, namespace, identifier, match_key, active_key, source,"
                    + " linked_at, verified_at, version) values ('" + id + "', '" + member + "', '" + member + "', '"
                    + namespace + "', 'x', 'x', '" + key + "', '" + source + "', timestamp with time zone '" + FIRST
                    + "', timestamp with time zone '" + verifiedAt + "', 1)");
            return id;
        }

        void claim(UUID member, UUID template, String key, String claimedAt) throws SQLException {
            run("insert into claim (id, token_id, user_id, template_agent_id, organization_id, platform, account_key,"
                    + " claimed_at, token_expires_at) select '" + UUID.randomUUID() + "', '" + UUID.randomUUID()
                    + "', user_id, '"
                    + template + "', organization_id, 'whatsapp', '" + key + "', timestamp with time zone '" + claimedAt
                    + "', now() from member where id = '" + member + "'");
        }

        void scopedId(UUID link, String scope) throws SQLException {
            run("insert into scoped_id (identity_id, scope, namespace, identifier) values ('" + link + "', '" + scope
                    + "', 'wa_bsuid', 'GB.1')");
        }

        void update() {
            Migrations.run(database);
        }

        @Nullable String text(String column, UUID link) throws SQLException {
            return query("select cast(" + column + " as varchar(36)) from identity where id = '" + link + "'");
        }

        @Nullable String scope(UUID link) throws SQLException {
            return query("select scope from scoped_id where identity_id = '" + link + "'");
        }

        private @Nullable String query(String query) throws SQLException {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }

        private void run(String statement) throws SQLException {
            try (Connection connection = database.getConnection();
                    Statement open = connection.createStatement()) {
                open.executeUpdate(statement);
            }
        }

        @Override
        public void close() {
            database.dispose();
        }
    }
}
