package io.gatehouse.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The embedded database. It stays open after its last connection closes, and an open one would refuse the next
 * deployment.
 */
public final class EmbeddedDatabase {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class.getName());

    private EmbeddedDatabase() {}

    /** Makes the database close with its last connection, and releases the lock of its directory. */
    public static void close(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET DB_CLOSE_DELAY 0");
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The embedded database may stay open until the server stops", e);
        }
        DataDirectoryLock.release();
    }
}
