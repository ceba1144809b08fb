package io.gatehouse.install.retention;

import io.gatehouse.domain.chore.Chore;
import io.gatehouse.install.gateway.OldReplies;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.function.IntUnaryOperator;
import java.util.logging.Logger;

/** Forgets, once an hour, what is old. On several nodes each does it: what one has removed, another does not find. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionTimer {

    private static final Logger LOG = Logger.getLogger(RetentionTimer.class.getName());
    private static final int BATCH = 1_000;

    @Inject
    Retention retention;

    @Inject
    OldReplies replies;

    @Schedule(hour = "*", minute = "47", persistent = false)
    void forget() {
        Chore.run(LOG, "Old answers could not be forgotten", () -> forgetAll(retention::forgetExchanges));
        Chore.run(LOG, "Old incoming messages could not be forgotten", () -> forgetAll(retention::forgetInbound));
        Chore.run(LOG, "Old outgoing messages could not be forgotten", () -> forgetAll(retention::forgetOutbound));
        Chore.run(LOG, "Old questions could not be forgotten", retention::forgetQuestions);
        Chore.run(LOG, "Old replies could not be forgotten", replies::forget);
    }

    private static void forgetAll(IntUnaryOperator forget) {
        int gone;
        do {
            gone = forget.applyAsInt(BATCH);
        } while (gone == BATCH);
    }
}
