package io.gatehouse.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntFunction;

/** Inserts more rows than one statement may process. */
public final class ManyRows {

    private ManyRows() {}

    /**
     * Inserts and commits rows.
     *
     * @param insert inserts one row, with question marks for its values
     * @param values returns the values of a row by its number, from 0
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
