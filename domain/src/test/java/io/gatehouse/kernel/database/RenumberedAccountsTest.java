package io.gatehouse.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.platform.AccountReading.Account;
import io.gatehouse.contract.platform.Accounts;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.testkit.Engine;
import io.gatehouse.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After migration 24, links in the old form of a renumbered number are found by both forms. */
class RenumberedAccountsTest {

    private static final String BEFORE = "22";
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T10:00:00Z");

    /** Numbers with every prefix of an old form, and two without an old form. */
    private static final List<String> NUMBERS = numbers();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyKeyBecomesTheCurrentMatchKey(Engine engine) throws SQLException {
        try (Old old = new Old(engine)) {
            List<UUID> links = new ArrayList<>();
            for (String number : NUMBERS) {
                links.add(old.link(number, LONG_AGO));
            }
            old.update();

            for (int i = 0; i < NUMBERS.size(); i++) {
                assertThat(old.activeKey(links.get(i))).as(NUMBERS.get(i)).isEqualTo(key(NUMBERS.get(i)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofLinksInSeveralFormsTheOneProvedLastStays(Engine engine) throws SQLException {
        try (Old old = new Old(engine)) {
            UUID before = old.link("22507481234", LONG_AGO);
            UUID after = old.link("2250707481234", LONG_AGO.plusSeconds(1));
            UUID typed = old.link("2290197123456", null);
            UUID proved = old.link("22997123456", LONG_AGO);
            UUID[] gabon = {
                old.link("2416031234", LONG_AGO.plusSeconds(2)),
                old.link("24106031234", LONG_AGO),
                old.link("24166031234", LONG_AGO.plusSeconds(1))
            };
            old.update();

            assertThat(old.activeKey(before)).isNull();
            assertThat(old.activeKey(after)).isEqualTo("wa_jid:+2250707481234");
            assertThat(old.activeKey(typed)).isNull();
            assertThat(old.activeKey(proved)).isEqualTo("wa_jid:+2290197123456");
            assertThat(old.activeKey(gabon[0])).isEqualTo("wa_jid:+24166031234");
            assertThat(old.activeKey(gabon[1])).isNull();
            assertThat(old.activeKey(gabon[2])).isNull();
            assertThat(old.text("select unlink_reason from identity where id = '" + before + "'"))
                    .isEqualTo("RENUMBERED");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofTheFormsThatAUserTypedOneStaysPendingUnderTheNewKey(Engine engine) throws SQLException {
        try (Old old = new Old(engine, "23")) {
            UUID alone = old.typed("22507481234");
            UUID asItIs = old.typed("447911123456");
            UUID newForm = old.typed("2290197123456");
            UUID oldForm = old.typed("22997123456");
            UUID typedFirst = old.typed("2416031234");
            UUID typedLast = old.typed("24106031234");
            UUID elsewhere = old.typedByAnother("22507481234");
            old.update();

            assertThat(old.pendingKey(alone)).isEqualTo("wa_jid:+2250707481234");
            assertThat(old.pendingKey(elsewhere)).as("another user's").isEqualTo("wa_jid:+2250707481234");
            assertThat(old.pendingKey(asItIs)).isEqualTo("wa_jid:+447911123456");
            assertThat(old.pendingKey(newForm)).isEqualTo("wa_jid:+2290197123456");
            assertThat(old.pendingKey(oldForm)).as("the new form waits").isNull();
            assertThat(old.pendingKey(typedLast)).isEqualTo("wa_jid:+24166031234");
            assertThat(old.pendingKey(typedFirst))
                    .as("the form typed last waits")
                    .isNull();
            assertThat(old.text("select count(*) from identity where active_key is not null"))
                    .as("what routes")
                    .isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void claimsAndChatsGetTheNewKeys(Engine engine) throws SQLException {
        try (Old old = new Old(engine)) {
            old.link("22507481234", LONG_AGO);
            old.run(
                    "insert into claim (id, token_id, user_id, template_agent_id, organization_id, platform, account_key,"
                            + " claimed_at, token_expires_at) select id, 't', user_id, id, organization_id, 'whatsapp',"
                            + " 'wa_jid:+22507481234', now(), now() from member");
            for (String number : new String[] {"22997123456", "2416031234", "24106031234", "24166031234"}) {
                old.run(
                        "insert into gateway_chat (id, template_agent_id, account_key, platform, platform_user_id, created_at)"
                                + " values ('" + UUID.randomUUID() + "', '" + old.template() + "', 'wa_jid:+" + number
                                + "', 'whatsapp', '" + number + "', now())");
            }
            old.run("insert into pending_claim (account_key, token_id, last_four, user_id, template_agent_id,"
                    + " token_expires_at, version) values ('wa_jid:+22997123456', 't', 'f', '" + UUID.randomUUID()
                    + "', '"
                    + UUID.randomUUID() + "', now(), 1)");
            old.update();

            assertThat(old.text("select account_key from claim")).isEqualTo("wa_jid:+2250707481234");
            assertThat(old.text("select account_key from gateway_chat where platform_user_id = '22997123456'"))
                    .isEqualTo("wa_jid:+2290197123456");
            assertThat(old.text("select platform_user_id from gateway_chat where account_key = 'wa_jid:+24166031234'"))
                    .isEqualTo("24166031234");
            assertThat(old.text("select count(*) from pending_claim")).isEqualTo("0");
        }
    }

    private static String key(String number) {
        return ((Account) new Accounts("GB").read(Platform.WHATSAPP, number + "@s.whatsapp.net"))
                .account()
                .activeKey();
    }

    private static List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        for (int start = 0; start < 100; start++) {
            numbers.add("225%02d481234".formatted(start));
            numbers.add("841%02d7654321".formatted(start));
        }
        for (int start = 2; start < 8; start++) {
            numbers.add("2410%d031299".formatted(start));
            numbers.add("241%d031288".formatted(start));
        }
        numbers.addAll(List.of("22997123456", "22520310000", "2290197123499", "447911123456", "24101731234"));
        return numbers;
    }

    /** A database at the schema version before the migration, with one member. */
    private static final class Old implements AutoCloseable {

        private final JdbcConnectionPool database;
        private final Ids ids = new Ids();
        private final UUID organization = UUID.randomUUID();
        private final UUID template = UUID.randomUUID();

        Old(Engine engine) throws SQLException {
            this(engine, BEFORE);
        }

        Old(Engine engine, String version) throws SQLException {
            database = TestDatabase.empty(engine);
            Migrations.run(database, version);
            run("insert into organization (id, slug, name, visibility, created_at, version) values ('" + organization
                    + "', 'o', 'O', 'PRIVATE', now(), 1)");
            member();
            run("insert into agent (id, organization_id, kind, created_at, version) values ('" + template + "', '"
                    + organization + "', 'TEMPLATE', now(), 1)");
        }

        private UUID member() throws SQLException {
            UUID id = ids.next();
            run(
                    "insert into member (id, organization_id, user_id, issuer, subject, role, created_at, version) values ('"
                            + id + "', '" + organization + "', '" + UUID.randomUUID() + "', 'i', '" + id
                            + "', 'OWNER', now(), 1)");
            return id;
        }

        /** Adds a pending link of the only member. Later links have higher ids. */
        UUID typed(String number) throws SQLException {
            return typed(text("select cast(min(cast(id as varchar)) as varchar) from member"), number);
        }

        UUID typedByAnother(String number) throws SQLException {
            return typed(member().toString(), number);
        }

        private UUID typed(@Nullable String by, String number) throws SQLException {
            UUID id = ids.next();
            run("insert into identity (id, member_id, user_id, namespace, identifier, match_key, pending_key, source,"
                    + " linked_at, version) select '" + id + "', id, user_id, 'wa_jid', '" + number
                    + "@s.whatsapp.net', '+" + number + "', 'wa_jid:+" + number
                    + "', 'FORM', now(), 1 from member where id = '" + by + "'");
            return id;
        }

        @Nullable String pendingKey(UUID link) throws SQLException {
            return text("select pending_key from identity where id = '" + link + "'");
        }

        UUID template() {
            return template;
        }

        /** Adds a link as it was stored: the number's digits are the key. */
        UUID link(String number, @Nullable Instant verifiedAt) throws SQLException {
            UUID id = UUID.randomUUID();
            try (Connection connection = database.getConnection();
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into identity (id, member_id, user_id, namespace, identifier, match_key, active_key,"
                                    + " source, linked_at, verified_at, version) select ?, id, user_id, 'wa_jid', ?, ?, ?,"
                                    + " 'CLAIM', ?, ?, 1 from member")) {
                insert.setObject(1, id);
                insert.setString(2, number + "@s.whatsapp.net");
                insert.setString(3, "+" + number);
                insert.setString(4, "wa_jid:+" + number);
                insert.setObject(5, LONG_AGO.atOffset(ZoneOffset.UTC));
                insert.setObject(6, verifiedAt == null ? null : verifiedAt.atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
            return id;
        }

        void update() {
            Migrations.run(database);
        }

        @Nullable String activeKey(UUID link) throws SQLException {
            return text("select active_key from identity where id = '" + link + "'");
        }

        @Nullable String text(String query) throws SQLException {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }

        void run(String statement) throws SQLException {
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
