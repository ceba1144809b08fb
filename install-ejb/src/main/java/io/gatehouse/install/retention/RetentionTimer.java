package io.gatehouse.install.retention;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Forgets, once an hour, what is old. On several nodes each does it: what one has removed, another does not find. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionTimer {

    private static final int BATCH = 1_000;

    @Inject
    Retention retention;

    @Schedule(hour = "*", minute = "47", persistent = false)
    void forget() {
        int gone;
        do {
            gone = retention.forgetExchanges(BATCH);
        } while (gone == BATCH);
        retention.forgetQuestions();
    }
}
