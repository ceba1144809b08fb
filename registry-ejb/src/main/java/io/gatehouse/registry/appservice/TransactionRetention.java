package io.gatehouse.registry.appservice;

import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets go of what was remembered for long enough, every hour. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class TransactionRetention {

    private static final Logger LOG = Logger.getLogger(TransactionRetention.class.getName());

    @Inject
    OldTransactions old;

    /** Lets no exception out: after two in a row Payara drops a timer for good (eclipse-ee4j/glassfish#20749). */
    @Schedule(hour = "*", minute = "37", persistent = false)
    void forget() {
        try {
            old.forget();
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "Old transactions could not be forgotten: {0}", e.getMessage());
        }
    }
}
