package io.gatehouse.kernel.database;

import io.gatehouse.kernel.config.ConfigurationException;
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
 * they deploy, before any start-up bean runs.
 */
public class GatehouseDataSource implements DataSource {

    private static final Logger LOG = Logger.getLogger(GatehouseDataSource.class.getName());

    /** One for the deployment, which has a class loader of its own: whoever opens the database first does it for all. */
    private static volatile @Nullable DataSource migrated;

    private @Nullable PrintWriter logWriter;
    private int loginTimeout;

    /** Takes the one property of the definition, which WildFly demands and the database has no use for. */
    public void setApplication(String application) {
        LOG.log(Level.FINE, "The data source of {0}", application);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return LastingConnection.open(migrated());
    }

    /** User and password come from the configuration, whatever the server was told. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    private static DataSource migrated() throws SQLException {
        DataSource ready = migrated;
        return ready == null ? migrateOnce() : ready;
    }

    private static synchronized DataSource migrateOnce() throws SQLException {
        DataSource ready = migrated;
        if (ready != null) {
            return ready;
        }
        try {
            Settings settings = new Settings();
            StartCheck.require(settings);
            if (settings.database().embedded()) {
                DataDirectoryLock.hold(settings.dataDirectory());
            }
            DataSource physical = PhysicalDataSources.of(settings.database());
            Migrations.run(PhysicalDataSources.patient(settings.database()));
            new EncryptionCheck(settings).require(physical);
            DatabaseAvailability.current().watch(PhysicalDataSources.impatient(settings.database()));
            migrated = physical;
            return physical;
        } catch (ConfigurationException e) {
            LOG.severe(e.getMessage());
            throw new SQLException(e.getMessage(), e);
        } catch (FlywayException e) {
            String message = "The database cannot be used: " + reason(e);
            LOG.severe(message);
            throw new SQLException(message, e);
        }
    }

    private static String reason(FlywayException e) {
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
