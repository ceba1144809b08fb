package io.gatehouse.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntFunction;

/** More rows than a statement may touch at once. */
public final class ManyRows {

    private ManyRows() {}

    /**
     * Committed when this returns.
     *
     * @param insert one row, with question marks for its values
     * @param values of the row with that number, from 0
     */
    public static void insert(TestDatabase database, String insert, int count, IntFunction<List<Object>> values) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            connection.setAutoCommit(false);
            for (int row = 0; row < count; row++) {
                int place = 1;
                for (Object value : values.apply(row)) {
                    statement.setObject(place++, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
                }
                statement.addBatch();
            }
            int[] inserted = statement.executeBatch();
            assert inserted.length == count;
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
