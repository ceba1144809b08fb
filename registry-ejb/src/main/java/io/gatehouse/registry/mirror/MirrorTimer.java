package io.gatehouse.registry.mirror;

import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks, every few seconds, whether the mirror is behind. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class MirrorTimer {

    private static final Logger LOG = Logger.getLogger(MirrorTimer.class.getName());

    @Inject
    MirrorWriter writer;

    /** Lets no exception out: after two in a row Payara drops a timer for good (eclipse-ee4j/glassfish#20749). */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void write() {
        try {
            writer.write();
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "The token mirror could not be looked after: {0}", e.getMessage());
        }
    }
}
