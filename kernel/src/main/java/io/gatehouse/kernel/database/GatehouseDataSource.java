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
 * The database that the configuration names. The server makes it by reflection, from the data source definition on the
 * start-up bean, and pools what it hands out.
 *
 * <p>Before the first connection goes out, the configuration is judged and the database migrated: nobody sees a schema
 * of another version, and production never opens a database of development. The servers ask for that connection while
 * they deploy, before any start-up bean runs. If it is refused, they get one that says so ({@link RefusedConnection}).
 */
public class GatehouseDataSource implements DataSource {

    private static final Logger LOG = Logger.getLogger(GatehouseDataSource.class.getName());

    /** One for the deployment, which has a class loader of its own: whoever opens the database first does it for all. */
    private static volatile @Nullable DataSource migrated;

    /** What it was opened with. */
    private static @Nullable DatabaseSettings opened;

    /** Why it was not opened: the same for each who asks, and not tried again. */
    private static @Nullable String refusal;

    private @Nullable PrintWriter logWriter;
    private int loginTimeout;

    /** Takes the one property of the definition, which WildFly demands and the database has no use for. */
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

    /** User and password come from the configuration, whatever the server was told. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    /**
     * Opens the database, unless it is open.
     *
     * @param expected what the application finds in its configuration
     * @throws ConfigurationException if it was refused, as it is for the rest of this deployment: a provider that was given
     *     a connection nevertheless took the database for another. Also if it is another database than expected: on Payara
     *     Server the data source does not see what a file in the EAR says
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
     * Gives up what it opened, because the deployment is refused for a reason that shows later than its first connection. Left
     * open, the embedded database would refuse the next deployment on this server.
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
            Migrations.run(PhysicalDataSources.patient(settings.database()));
            new EncryptionCheck(settings).require(physical);
            DatabaseAvailability.current().watch(PhysicalDataSources.impatient(settings.database()));
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
