package io.gatehouse.registry.appservice;

import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Comes back to invitations that wait for their next attempt, or whose node is gone. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class JoinTimer {

    private static final Logger LOG = Logger.getLogger(JoinTimer.class.getName());

    @Inject
    Joins joins;

    /** Lets no exception out: after two in a row Payara drops a timer for good (eclipse-ee4j/glassfish#20749). */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void wake() {
        try {
            joins.wake();
        } catch (EJBException | RejectedExecutionException e) {
            LOG.log(Level.WARNING, "Invitations could not be followed: {0}", e.getMessage());
        }
    }
}
