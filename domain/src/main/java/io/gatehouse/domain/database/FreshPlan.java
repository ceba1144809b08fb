package io.gatehouse.domain.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

/**
 * Has PostgreSQL plan a query for the tables as they are when it runs. A plan that it keeps, as it does for statements that
 * come often, is for the tables as they were: that of an empty queue reads all of a full one, for each message in it
 * (PostgreSQL 17, "plan_cache_mode"). H2 plans by its indexes alone.
 */
public final class FreshPlan {

    private FreshPlan() {}

    /** What the query finds. To be called in a transaction; it costs two short calls and the planning. */
    public static <T> T with(EntityManager entityManager, Supplier<T> query) {
        Connection connection = entityManager.unwrap(Connection.class);
        try {
            if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                return query.get();
            }
            set(connection, "force_custom_plan");
            T found = query.get();
            set(connection, "default");
            return found;
        } catch (SQLException e) {
            throw new PersistenceException("how to plan a query cannot be set", e);
        }
    }

    private static void set(Connection connection, String mode) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local plan_cache_mode = " + mode);
        }
    }
}
