package io.gatehouse.kernel.database;

import io.gatehouse.kernel.config.DatabaseSettings;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Data sources of the drivers. Each call opens a connection. */
final class PhysicalDataSources {

    private static final int CONNECT_TIMEOUT_SECONDS = 10;

    /** Longer than any healthy statement takes, and short enough for the callers of a database that hangs. */
    private static final int ANSWER_TIMEOUT_SECONDS = 60;

    private static final int PROBE_TIMEOUT_SECONDS = 2;

    private static final int NO_TIMEOUT = 0;

    private PhysicalDataSources() {}

    /** Times out: if the database does not answer, the connection is closed and the waiting call fails. */
    static DataSource of(DatabaseSettings settings) {
        return of(settings, ANSWER_TIMEOUT_SECONDS);
    }

    /** Has no timeout, for migrations of large tables. */
    static DataSource withoutTimeout(DatabaseSettings settings) {
        return of(settings, NO_TIMEOUT);
    }

    /** Has a short timeout, for availability checks. */
    static DataSource forProbing(DatabaseSettings settings) {
        DataSource source = of(settings, PROBE_TIMEOUT_SECONDS);
        if (source instanceof PGSimpleDataSource postgresql) {
            postgresql.setConnectTimeout(PROBE_TIMEOUT_SECONDS);
            postgresql.setSocketTimeout(PROBE_TIMEOUT_SECONDS);
        }
        return source;
    }

    private static DataSource of(DatabaseSettings settings, int answerTimeout) {
        return settings.url().startsWith("jdbc:h2:") ? h2(settings) : postgresql(settings, answerTimeout);
    }

    private static DataSource h2(DatabaseSettings settings) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(settings.url());
        source.setUser(settings.user() == null ? "gatehouse" : settings.user());
        source.setPassword(settings.password() == null ? "" : settings.password());
        return source;
    }

    private static DataSource postgresql(DatabaseSettings settings, int answerTimeout) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setApplicationName("gatehouse");
        source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        source.setTcpKeepAlive(true);
        // EclipseLink binds a null UUID as a null string; PostgreSQL then takes the type of the column.
        source.setStringType("unspecified");
        source.setUrl(settings.url());
        if (source.getSocketTimeout() == NO_TIMEOUT) {
            source.setSocketTimeout(answerTimeout);
        }
        if (settings.user() != null) {
            source.setUser(settings.user());
        }
        if (settings.password() != null) {
            source.setPassword(settings.password());
        }
        return source;
    }
}
