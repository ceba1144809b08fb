package io.gatehouse.bench.http;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Inserts users, numbered from 1, with one WhatsApp identity and one installed agent each. User {@code i} has the JID
 * {@code 447000000000 + i}.
 */
final class Dataset {

    private final String series;
    private final String url;
    private final String user;
    private final String password;

    /** @param url of a database in which a server has created the tables and the development data */
    Dataset(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.series = url.startsWith("jdbc:h2:") ? "system_range(?, ?) as s(i)" : "generate_series(?, ?) as s(i)";
    }

    /** Adds users up to the given number. */
    void grow(long users) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long from = count(statement) + 1;
            insert(
                    connection,
                    from,
                    users,
                    "organization (id, slug, name, visibility, owner_user_id, created_at, version)",
                    key("00000000-0000-7000") + ", 'bench-' || i, 'Bench', 'PRIVATE', " + key("10000000-0000-8000")
                            + ", current_timestamp, 0");
            insert(
                    connection,
                    from,
                    users,
                    "member (id, organization_id, user_id, issuer, subject, role, created_at, version)",
                    key("20000000-0000-7000") + ", " + key("00000000-0000-7000") + ", " + key("10000000-0000-8000")
                            + ", 'bench', cast(i as varchar), 'OWNER', current_timestamp, 0");
            insert(
                    connection,
                    from,
                    users,
                    "identity (id, member_id, user_id, namespace, identifier, match_key, active_key, source, linked_at, verified_at,"
                            + " version)",
                    key("30000000-0000-7000") + ", " + key("20000000-0000-7000") + ", "
                            + key("10000000-0000-8000") + ", 'wa_jid', " + number() + " || '@s.whatsapp.net', '+' || "
                            + number() + ", 'wa_jid:+' || " + number()
                            + ", 'CLAIM', current_timestamp, current_timestamp, 0");
            insert(
                    connection,
                    from,
                    users,
                    "agent (id, organization_id, kind, template_agent_id, created_at, version)",
                    key("40000000-0000-7000") + ", " + key("00000000-0000-7000")
                            + ", 'INSTALLED', (select a.id from agent a join organization o on o.id = a.organization_id"
                            + " where o.slug = 'personal-finance' and a.kind = 'TEMPLATE'), current_timestamp, 0");
            connection.commit();
            connection.setAutoCommit(true);
            if (url.startsWith("jdbc:h2:")) { // the file keeps intermediate data until it is compacted
                statement.execute("analyze");
                statement.execute("shutdown compact");
            } else {
                statement.execute("vacuum analyze");
            }
        }
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from organization where name = 'Bench'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void insert(Connection connection, long from, long to, String into, String values) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + into + " select " + values + " from " + series)) {
            insert.setLong(1, from);
            insert.setLong(2, to);
            insert.executeUpdate();
        }
    }

    private static String key(String head) {
        return "cast('" + head + "-8000-' || lpad(cast(i as varchar), 12, '0') as uuid)";
    }

    private static String number() {
        return "'447' || lpad(cast(i as varchar), 9, '0')";
    }
}
