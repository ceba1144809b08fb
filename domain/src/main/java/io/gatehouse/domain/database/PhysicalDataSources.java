package io.gatehouse.domain.database;

import io.gatehouse.domain.config.DatabaseSettings;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The drivers' own data sources, which open a connection per call. */
final class PhysicalDataSources {

    private static final int CONNECT_TIMEOUT_SECONDS = 10;

    private PhysicalDataSources() {}

    static DataSource of(DatabaseSettings settings) {
        return settings.url().startsWith("jdbc:h2:") ? h2(settings) : postgresql(settings);
    }

    private static DataSource h2(DatabaseSettings settings) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(settings.url());
        source.setUser(settings.user() == null ? "gatehouse" : settings.user());
        source.setPassword(settings.password() == null ? "" : settings.password());
        return source;
    }

    private static DataSource postgresql(DatabaseSettings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setApplicationName("gatehouse");
        source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        source.setTcpKeepAlive(true);
        // EclipseLink binds an absent UUID as an absent string: the column then says what it is.
        source.setStringType("unspecified");
        source.setUrl(settings.url());
        if (settings.user() != null) {
            source.setUser(settings.user());
        }
        if (settings.password() != null) {
            source.setPassword(settings.password());
        }
        return source;
    }
}
