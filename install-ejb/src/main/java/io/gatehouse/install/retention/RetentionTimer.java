package io.gatehouse.install.retention;

import io.gatehouse.install.gateway.OldReplies;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.function.IntUnaryOperator;

/** Forgets, once an hour, what is old. On several nodes each does it: what one has removed, another does not find. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionTimer {

    private static final int BATCH = 1_000;

    @Inject
    Retention retention;

    @Inject
    OldReplies replies;

    @Schedule(hour = "*", minute = "47", persistent = false)
    void forget() {
        forgetAll(retention::forgetExchanges);
        forgetAll(retention::forgetInbound);
        forgetAll(retention::forgetOutbound);
        retention.forgetQuestions();
        replies.forget();
    }

    private static void forgetAll(IntUnaryOperator forget) {
        int gone;
        do {
            gone = forget.applyAsInt(BATCH);
        } while (gone == BATCH);
    }
}
