package io.gatehouse.blackbox.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real PostgreSQL with an empty database, from its creation until after the last test of a class. */
public final class Postgres implements AfterAllCallback {

    private static final String DATABASE = "postgres";

    private final EmbeddedPostgres server;

    public Postgres() {
        try {
            server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return url(server.getPort());
    }

    /** The same database through a relay on that port. */
    public String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    public int port() {
        return server.getPort();
    }

    public String user() {
        return "postgres";
    }

    /** The same, for clients with a lock timeout of one second. */
    public String impatientUrl(int port) {
        return url(port) + "?options=-c%20lock_timeout=1s";
    }

    /** An open transaction that has executed this statement, until it is closed. */
    public Connection open(String sql) {
        try {
            Connection connection = server.getPostgresDatabase().getConnection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs these statements in one transaction. */
    public void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.close();
    }
}
