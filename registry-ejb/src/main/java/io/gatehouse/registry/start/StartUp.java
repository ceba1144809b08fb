package io.gatehouse.registry.start;

import io.gatehouse.contract.health.DatabaseReadiness;
import io.gatehouse.contract.health.Readiness;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.config.StartCheck;
import io.gatehouse.kernel.config.UnknownKeys;
import io.gatehouse.kernel.database.DataDirectoryLock;
import io.gatehouse.kernel.database.DatabaseAvailability;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Refuses to start with a configuration that cannot be meant, then opens the database and has what must be in it put
 * there. Where that fails, readiness says so, and tries again.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
        name = "java:app/jdbc/gatehouse",
        className = "io.gatehouse.kernel.database.GatehouseDataSource",
        // WildFly refuses a data source class without any property (IJ031103).
        properties = "application=gatehouse",
        initialPoolSize = 0,
        minPoolSize = 0,
        maxPoolSize = 32)
public class StartUp {

    private static final Logger LOG = Logger.getLogger(StartUp.class.getName());

    @Inject
    Settings settings;

    @Inject
    DatabaseReadiness database;

    @Resource(lookup = "java:app/jdbc/gatehouse")
    DataSource source;

    @PostConstruct
    void start() {
        StartCheck.require(settings);
        UnknownKeys.ofProcess().forEach(LOG::warning);
        if (database.check() instanceof Readiness.Down down) {
            LOG.log(
                    Level.SEVERE,
                    "The database cannot be used; trying again whenever readiness is asked for. {0}",
                    down.why());
        }
    }

    /**
     * The embedded database outlives its connections; left open, it would refuse the application when deployed anew. From
     * here on it closes with the last of them, when the server empties its pool. What still works by itself asks no more.
     */
    @PreDestroy
    void stop() {
        if (settings.database().embedded()) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET DB_CLOSE_DELAY 0");
            } catch (SQLException e) {
                LOG.log(Level.WARNING, "The embedded database may stay open until the server stops", e);
            }
            DataDirectoryLock.release();
        }
        DatabaseAvailability.current().stop();
    }
}
