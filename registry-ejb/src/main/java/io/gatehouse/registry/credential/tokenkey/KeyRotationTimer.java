package io.gatehouse.registry.credential.tokenkey;

import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Checks every minute whether keys must be rotated. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class KeyRotationTimer {

    private static final Logger LOG = Logger.getLogger(KeyRotationTimer.class.getName());

    private TokenKeysBean keys;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public KeyRotationTimer() {}

    @Inject
    public KeyRotationTimer(TokenKeysBean keys) {
        this.keys = keys;
    }

    @Schedule(hour = "*", minute = "*", second = "31", persistent = false)
    void rotate() {
        ScheduledTask.run(LOG, "The token keys could not be rotated", keys::rotate);
    }
}
