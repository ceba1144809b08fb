package io.gatehouse.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Engine;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Checks plan caching by PostgreSQL's own count of the plans per statement and connection. */
@StoreTest
class CustomPlanTest {

    /** Enough executions for the driver to prepare a statement on the server and for the server to cache its plan. */
    private static final int EXECUTIONS = 20;

    private final TestDatabase database;

    CustomPlanTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void noGenericPlanIsCached() throws SQLException {
        try (Connection connection = inATransaction()) {
            for (int i = 0; i < EXECUTIONS; i++) {
                try (CustomPlan plan = CustomPlan.on(connection);
                        PreparedStatement query = plan.prepare(organizations("fresh"))) {
                    assertThat(number(query, "nobody's")).isZero();
                }
            }
            if (database.engine() == Engine.POSTGRESQL) {
                assertThat(kept(connection, "fresh")).isZero();
                assertThat(number(connection, "select 1 where current_setting('plan_cache_mode') = 'auto'"))
                        .isEqualTo(1);
            }
            connection.rollback();
        }
    }

    @Test
    void withoutACustomPlanAGenericPlanIsCached() throws SQLException {
        try (Connection connection = inATransaction()) {
            for (int i = 0; i < EXECUTIONS; i++) {
                assertThat(number(connection, organizations("kept"), "nobody's"))
                        .isZero();
            }
            if (database.engine() == Engine.POSTGRESQL) {
                assertThat(kept(connection, "kept")).isPositive();
            }
            connection.rollback();
        }
    }

    private Connection inATransaction() throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static String organizations(String as) {
        return "select count(*) as " + as + " from organization where slug = ?";
    }

    private static long kept(Connection connection, String as) throws SQLException {
        return number(
                connection,
                "select sum(generic_plans) from pg_prepared_statements where statement like ?",
                "select count(*) as " + as + " %");
    }

    private static long number(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            return number(query, parameters);
        }
    }

    private static long number(PreparedStatement query, String... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            query.setString(i + 1, parameters[i]);
        }
        try (ResultSet rows = query.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
