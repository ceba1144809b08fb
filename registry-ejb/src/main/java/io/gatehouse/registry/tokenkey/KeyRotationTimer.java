package io.gatehouse.registry.tokenkey;

import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Sees every minute whether keys are to be turned. */
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
    void turn() {
        ScheduledTask.run(LOG, "The keys of tokens could not be looked after", keys::turn);
    }
}
