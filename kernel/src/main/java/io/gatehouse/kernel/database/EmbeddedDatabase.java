package io.gatehouse.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The embedded database, which outlives its connections: left open, it would refuse the application when deployed anew. */
public final class EmbeddedDatabase {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class.getName());

    private EmbeddedDatabase() {}

    /** From here on it closes with the last of its connections, and its directory is free for others. */
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
