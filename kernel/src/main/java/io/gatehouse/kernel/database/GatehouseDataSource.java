package io.gatehouse.kernel.database;

import io.gatehouse.kernel.config.ConfigurationException;
import io.gatehouse.kernel.config.DatabaseSettings;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.config.StartCheck;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * The configured database. The server creates it by reflection from the data source definition on the start-up bean,
 * and pools its connections.
 *
 * <p>Before the first connection is returned, the configuration is checked and the database migrated: no caller sees
 * the schema of another version, and production never opens a development database. Servers ask for the first
 * connection while they deploy, before any start-up bean runs. If the database is refused, they get a connection that
 * reports the reason ({@link RefusedConnection}).
 */
public class GatehouseDataSource implements DataSource {

    private static final Logger LOG = Logger.getLogger(GatehouseDataSource.class.getName());

    /** One per deployment, which has its own class loader: the first caller opens the database for all. */
    private static volatile @Nullable DataSource migrated;

    /** The settings that it was opened with. */
    private static @Nullable DatabaseSettings opened;

    /** Why it was not opened. Kept, because opening is not tried again. */
    private static @Nullable String refusal;

    private @Nullable PrintWriter logWriter;
    private int loginTimeout;

    /** Accepts the only property of the definition: WildFly requires one; it has no effect. */
    public void setApplication(String application) {
        LOG.log(Level.FINE, "The data source of {0}", application);
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return ReconnectingConnection.open(migrated());
        } catch (ConfigurationException e) {
            return RefusedConnection.open(e);
        }
    }

    /** User and password come from the configuration; the arguments are ignored. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    /**
     * Opens the database, unless it is open.
     *
     * @param expected the settings that the application finds
     * @throws ConfigurationException if the database was refused; it then stays refused for this deployment, because a
     *     provider that got a {@link RefusedConnection} has recorded the wrong database product. Also if the data
     *     source was opened with other settings: on Payara Server it does not see configuration files in the EAR
     */
    public static synchronized void require(DatabaseSettings expected) {
        migrated();
        if (!expected.equals(opened)) {
            throw new ConfigurationException(
                    "Gatehouse cannot run with this configuration:\n  - gatehouse.db.* is set where the"
                            + " server's data source does not find it: set it as a system property or a variable, not in the EAR");
        }
    }

    /**
     * Closes the database again, because the deployment is refused for a reason that is found only after the first
     * connection. If the embedded database stayed open, it would refuse the next deployment on this server.
     */
    static synchronized void refuse(ConfigurationException why) {
        DataSource open = migrated;
        DatabaseSettings with = opened;
        if (open == null || with == null) {
            return;
        }
        refusal = why.getMessage();
        migrated = null;
        DatabaseAvailability.current().stop();
        if (with.embedded()) {
            EmbeddedDatabase.close(open);
        }
    }

    private static DataSource migrated() {
        DataSource ready = migrated;
        return ready == null ? migrateOnce() : ready;
    }

    private static synchronized DataSource migrateOnce() {
        DataSource ready = migrated;
        if (ready != null) {
            return ready;
        }
        if (refusal != null) {
            throw new ConfigurationException(refusal);
        }
        try {
            migrated = open();
            return migrated;
        } catch (ConfigurationException e) {
            refusal = e.getMessage();
            LOG.severe(refusal);
            throw e;
        }
    }

    private static DataSource open() {
        Settings settings = new Settings();
        StartCheck.require(settings);
        if (settings.database().embedded()) {
            DataDirectoryLock.hold(settings.dataDirectory());
        }
        DataSource physical = PhysicalDataSources.of(settings.database());
        opened = settings.database();
        try {
            Migrations.run(PhysicalDataSources.withoutTimeout(settings.database()));
            new EncryptionCheck(settings).require(physical);
            DatabaseAvailability.current().watch(PhysicalDataSources.forProbing(settings.database()));
            return physical;
        } catch (ConfigurationException e) {
            if (settings.database().embedded()) {
                EmbeddedDatabase.close(physical);
            }
            throw e;
        } catch (FlywayException | SQLException e) {
            throw new ConfigurationException("The database cannot be used: " + reason(e), e);
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() instanceof SQLException || cause.getCause() instanceof FlywayException) {
            cause = cause.getCause();
        }
        return Objects.requireNonNullElse(cause.getMessage(), cause.toString())
                .lines()
                .findFirst()
                .orElse("");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        logWriter = out;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("no " + type.getName() + " inside");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
