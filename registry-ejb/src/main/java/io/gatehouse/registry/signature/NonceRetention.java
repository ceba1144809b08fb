package io.gatehouse.registry.signature;

import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets go of nonces that are not needed any more, every minute. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NonceRetention {

    private static final Logger LOG = Logger.getLogger(NonceRetention.class.getName());

    @Inject
    OldNonces old;

    /** Lets no exception out: after two in a row Payara drops a timer for good (eclipse-ee4j/glassfish#20749). */
    @Schedule(hour = "*", minute = "*", second = "41", persistent = false)
    void forget() {
        try {
            old.forget();
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "Old nonces could not be forgotten: {0}", e.getMessage());
        }
    }
}
