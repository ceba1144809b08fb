package io.gatehouse.registry.access;

import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has last uses written down, on every node. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class LastUseTimer {

    private static final Logger LOG = Logger.getLogger(LastUseTimer.class.getName());

    @Inject
    LastUses uses;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void write() {
        try {
            uses.write();
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "The last uses of some tokens could not be written down: {0}", e.getMessage());
        }
    }
}
