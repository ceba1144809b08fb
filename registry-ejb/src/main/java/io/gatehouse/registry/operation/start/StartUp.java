package io.gatehouse.registry.operation.start;

import io.gatehouse.contract.health.DatabaseReadiness;
import io.gatehouse.contract.health.Readiness;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.config.UnknownKeys;
import io.gatehouse.kernel.database.DatabaseAvailability;
import io.gatehouse.kernel.database.EmbeddedDatabase;
import io.gatehouse.kernel.persistence.ContainerTransaction;
import io.gatehouse.kernel.worker.OngoingWork;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Opens the database and creates the initial rows. If that fails, readiness reports it and retries. The configuration
 * was checked before any bean ({@link io.gatehouse.kernel.database.DeploymentCheck}).
 */
@Singleton
@Startup
@DependsOn("TransactionStarter") // so that it ends later
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

    /** Longer than a transaction takes. A call to a platform may take longer, but is in no transaction. */
    private static final Duration LONGEST_WAIT_AT_END = Duration.ofSeconds(5);

    @SuppressWarnings("NullAway.Init")
    private Settings settings;

    @SuppressWarnings("NullAway.Init")
    private DatabaseReadiness database;

    @SuppressWarnings("NullAway.Init")
    private ContainerTransaction transaction;

    @SuppressWarnings("NullAway.Init")
    private TransactionStarter transactionStarter;

    @Resource(lookup = "java:app/jdbc/gatehouse")
    DataSource source;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public StartUp() {}

    @Inject
    public StartUp(
            Settings settings,
            DatabaseReadiness database,
            ContainerTransaction transaction,
            TransactionStarter transactionStarter) {
        this.settings = settings;
        this.database = database;
        this.transaction = transaction;
        this.transactionStarter = transactionStarter;
    }

    @PostConstruct
    void start() {
        OngoingWork.current().start();
        transaction.startWith(transactionStarter::call);
        UnknownKeys.ofProcess().forEach(LOG::warning);
        if (database.check() instanceof Readiness.Down down) {
            LOG.log(Level.SEVERE, "The database cannot be used; each readiness check tries again. {0}", down.why());
        }
    }

    /**
     * Lets no more background work begin and waits for what runs, which may still record its outcome: the server logs as
     * SEVERE each transaction that it interrupts. Then lets the embedded database close with its last connection, when the
     * server empties its pool.
     */
    @PreDestroy
    void stop() {
        if (!OngoingWork.current().end(LONGEST_WAIT_AT_END)) {
            LOG.log(Level.FINE, "work is still running");
        }
        if (settings.database().embedded()) {
            EmbeddedDatabase.close(source);
        }
        DatabaseAvailability.current().stop();
    }
}
