package io.gatehouse.kernel.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * While it is open, PostgreSQL plans what the connection asks for the tables as they are. A plan that it keeps, as it does for
 * statements that come often, is for the tables as they were: that of an empty queue reads all of a full one, for each
 * message in it (PostgreSQL 17, "plan_cache_mode"). H2 plans by its indexes alone.
 */
final class CustomPlan implements AutoCloseable {

    private final Connection connection;
    private final boolean isPostgres;

    private CustomPlan(Connection connection, boolean isPostgres) {
        this.connection = connection;
        this.isPostgres = isPostgres;
    }

    /** To be called in a transaction. It costs two short calls, and the planning of each statement. */
    static CustomPlan on(Connection connection) throws SQLException {
        CustomPlan plan = new CustomPlan(
                connection, connection.getMetaData().getDatabaseProductName().equals("PostgreSQL"));
        plan.set("force_custom_plan");
        return plan;
    }

    /** A statement that is planned each time it is executed. */
    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    @Override
    public void close() throws SQLException {
        set("default");
    }

    private void set(String mode) throws SQLException {
        if (isPostgres) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local plan_cache_mode = " + mode);
            }
        }
    }
}
