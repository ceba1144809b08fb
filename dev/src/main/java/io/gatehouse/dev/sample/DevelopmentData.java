package io.gatehouse.dev.sample;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.fault.DatabaseBusyException;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Publishes a template in a development deployment that has none yet. Any number of nodes may start at once. The tables
 * are there: the data source migrates before it hands out its first connection. No enterprise bean: the WAR in an EAR has
 * none, and this JAR in it should not make it a module of enterprise beans.
 */
@WebListener
public class DevelopmentData implements ServletContextListener {

    private static final Logger LOG = Logger.getLogger(DevelopmentData.class.getName());

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
            if (transactions.call(() -> seed.publish(document))) {
                LOG.log(Level.INFO, "Published the development template {0}.", document.slug());
            }
        } catch (EJBException | PersistenceException | DatabaseAwayException | DatabaseBusyException e) {
            // Readiness says that the database is not there; the start goes on without development data.
            LOG.log(Level.WARNING, "Could not publish the development template.", e);
        }
    }
}
