package io.gatehouse.dev.sample;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.database.DatabaseAvailability;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.fault.DatabaseBusyException;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Publishes a template in a development deployment that has none yet. Any number of nodes may start at once. The tables
 * exist: the data source migrates before it returns its first connection.
 *
 * <p>This is not an enterprise bean, because the WAR in an EAR contains none, and this JAR must not turn it into an EJB
 * module.
 */
@WebListener
public class DevelopmentData implements ServletContextListener {

    private static final Logger LOG = Logger.getLogger(DevelopmentData.class.getName());
    private static final int MAX_ATTEMPTS = 100;
    private static final Duration WAIT = Duration.ofMillis(200);

    @SuppressWarnings("NullAway.Init")
    private Settings settings;

    @SuppressWarnings("NullAway.Init")
    private RetriedTransactions transactions;

    @SuppressWarnings("NullAway.Init")
    private TemplateSeed seed;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public DevelopmentData() {}

    @Inject
    public DevelopmentData(Settings settings, RetriedTransactions transactions, TemplateSeed seed) {
        this.settings = settings;
        this.transactions = transactions;
        this.seed = seed;
    }

    @Override
    public void contextInitialized(ServletContextEvent begun) {
        if (settings.isProduction()) {
            return;
        }
        SeedDocument document = SeedDocument.read("personal-finance.json");
        try {
            if (publish(document)) {
                LOG.log(Level.INFO, "Published the development template {0}.", document.slug());
            }
        } catch (EJBException
                | TransactionalException
                | PersistenceException
                | DatabaseAwayException
                | DatabaseBusyException e) {
            // Readiness says that the database is not there; the start goes on without development data.
            LOG.log(Level.WARNING, "Could not publish the development template.", e);
        }
    }

    /** WildFly starts the WAR beside the enterprise beans, without which no transaction begins. */
    private boolean publish(SeedDocument document) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.call(() -> seed.publish(document));
            } catch (DatabaseAwayException e) {
                if (attempt == MAX_ATTEMPTS || DatabaseAvailability.current().isAway()) {
                    throw e;
                }
            }
            LockSupport.parkNanos(this, WAIT.toNanos());
        }
    }
}
