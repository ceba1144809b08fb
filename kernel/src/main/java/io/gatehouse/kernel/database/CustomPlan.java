package io.gatehouse.kernel.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes PostgreSQL plan each statement for the current state of the tables while this is open. For frequent statements
 * PostgreSQL caches a generic plan: one made while a queue was empty scans the whole queue for each message once it is
 * full (PostgreSQL 17, "plan_cache_mode"). H2 plans by indexes only and is not affected.
 */
final class CustomPlan implements AutoCloseable {

    private final Connection connection;
    private final boolean isPostgres;

    private CustomPlan(Connection connection, boolean isPostgres) {
        this.connection = connection;
        this.isPostgres = isPostgres;
    }

    /** Must be called in a transaction. Costs two short statements, and the planning of each statement. */
    static CustomPlan on(Connection connection) throws SQLException {
        CustomPlan plan = new CustomPlan(
                connection, connection.getMetaData().getDatabaseProductName().equals("PostgreSQL"));
        plan.set("force_custom_plan");
        return plan;
    }

    /** Prepares a statement that is planned on each execution. */
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
