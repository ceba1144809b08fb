package io.gatehouse.registry.revocation;

import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets go of old numbers, so that the table stays as small as the revocations of an hour. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RevocationRetention {

    private static final Logger LOG = Logger.getLogger(RevocationRetention.class.getName());

    @Inject
    RevocationLog log;

    /** Lets no exception out: after two in a row Payara drops a timer for good (eclipse-ee4j/glassfish#20749). */
    @Schedule(hour = "*", minute = "41", persistent = false)
    void forget() {
        try {
            log.forget();
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "Old revocations could not be forgotten: {0}", e.getMessage());
        }
    }
}
