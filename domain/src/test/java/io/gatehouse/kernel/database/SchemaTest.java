package io.gatehouse.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Engine;
import io.gatehouse.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The migrations produce the same schema on both databases. */
class SchemaTest {

    /** The name of each type on each database. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("binary varying", "bytes"),
            Map.entry("bytea", "bytes"),
            Map.entry("character varying", "text"),
            Map.entry("varchar", "text"),
            Map.entry("int8", "bigint"),
            Map.entry("int4", "integer"),
            Map.entry("bool", "boolean"),
            Map.entry("timestamptz", "timestamp with time zone"));

    @Test
    void bothDatabasesHaveTheSameColumns() throws SQLException {
        try (TestDatabase h2 = TestDatabase.fresh(Engine.H2);
                TestDatabase postgres = TestDatabase.fresh(Engine.POSTGRESQL)) {
            assertThat(columns(h2)).isNotEmpty().isEqualTo(columns(postgres));
        }
    }

    @Test
    void bothDatabasesHaveTheSameConstraints() throws SQLException {
        try (TestDatabase h2 = TestDatabase.fresh(Engine.H2);
                TestDatabase postgres = TestDatabase.fresh(Engine.POSTGRESQL)) {
            assertThat(constraints(h2)).isNotEmpty().isEqualTo(constraints(postgres));
            assertThat(references(h2)).isNotEmpty().isEqualTo(references(postgres));
        }
    }

    private static SortedSet<String> columns(TestDatabase database) throws SQLException {
        SortedSet<String> columns = new TreeSet<>();
        try (Connection connection = database.dataSource().getConnection();
                ResultSet row = connection.getMetaData().getColumns(null, "public", "%", "%")) {
            while (row.next()) {
                String table = row.getString("TABLE_NAME");
                if (!table.startsWith("flyway") && isTable(connection, table)) {
                    columns.add(table + "." + row.getString("COLUMN_NAME") + " " + type(row) + " nullable="
                            + row.getString("IS_NULLABLE"));
                }
            }
        }
        return columns;
    }

    private static boolean isTable(Connection connection, String name) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(null, "public", name, new String[] {"TABLE", "BASE TABLE"})) {
            return tables.next();
        }
    }

    private static String type(ResultSet row) throws SQLException {
        String name = row.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
        String type = TYPES.getOrDefault(name, name);
        return type.equals("text") ? type + "(" + row.getInt("COLUMN_SIZE") + ")" : type;
    }

    /** Names of all named constraints: all but primary and foreign keys. */
    private static SortedSet<String> constraints(TestDatabase database) throws SQLException {
        return query(
                database,
                "select constraint_name || ' ' || constraint_type || ' ' || table_name"
                        + " from information_schema.table_constraints where table_schema = 'public'"
                        + " and constraint_type in ('UNIQUE', 'CHECK') and table_name not like 'flyway%'"
                        + " and constraint_name not like '%not_null'");
    }

    private static SortedSet<String> references(TestDatabase database) throws SQLException {
        SortedSet<String> references = new TreeSet<>();
        try (Connection connection = database.dataSource().getConnection()) {
            DatabaseMetaData meta = connection.getMetaData();
            for (String table :
                    query(database, "select table_name from information_schema.tables where table_schema = 'public'")) {
                try (ResultSet row = meta.getImportedKeys(null, "public", table)) {
                    while (row.next()) {
                        references.add(table + "." + row.getString("FKCOLUMN_NAME") + " -> "
                                + row.getString("PKTABLE_NAME") + "." + row.getString("PKCOLUMN_NAME"));
                    }
                }
            }
        }
        return references;
    }

    private static SortedSet<String> query(TestDatabase database, String sql) throws SQLException {
        SortedSet<String> values = new TreeSet<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
