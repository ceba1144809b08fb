package io.gatehouse.registry.message;

import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets go of what was kept for long enough, every hour. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class MessageRetention {

    private static final Logger LOG = Logger.getLogger(MessageRetention.class.getName());

    @Inject
    OldMessages old;

    /** Lets no exception out: after two in a row Payara drops a timer for good (eclipse-ee4j/glassfish#20749). */
    @Schedule(hour = "*", minute = "23", persistent = false)
    void forget() {
        try {
            old.forget();
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "Old messages could not be forgotten: {0}", e.getMessage());
        }
    }
}
