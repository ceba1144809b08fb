package io.gatehouse.kernel.database;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** Finds the next due row of a queue, with a query plan for the current size of the queue. */
public final class NextDue {

    private NextDue() {}

    /** Reads the columns of a row. */
    @FunctionalInterface
    public interface Reader<T> {

        T read(ResultSet row) throws SQLException;
    }

    /**
     * Runs in the caller's transaction, on a connection from the data source.
     *
     * @param query returns at most one row and locks it; each of its parameters is the time
     * @throws IllegalStateException if the connection is in no transaction: the lock would be free at once
     */
    public static <T> Optional<T> find(DataSource database, String query, Instant now, Reader<T> reader) {
        int parameters =
                (int) query.chars().filter(character -> character == '?').count();
        try (Connection connection = database.getConnection();
                CustomPlan plan = CustomPlan.on(connection);
                PreparedStatement statement = plan.prepare(query)) {
            requireTransaction(connection);
            for (int i = 1; i <= parameters; i++) {
                statement.setObject(i, now.atOffset(ZoneOffset.UTC));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException("the next due row of a queue cannot be read", e);
        }
    }

    private static void requireTransaction(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("the connection of the data source is in no transaction");
        }
    }
}
