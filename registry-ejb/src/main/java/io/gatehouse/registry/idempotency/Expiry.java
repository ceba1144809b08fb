package io.gatehouse.registry.idempotency;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Forgets keys that are older than a day, a batch per transaction so that no other call waits for long. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Expiry {

    private static final int BATCH = 1_000;

    @Inject
    ExpiredKeys expired;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void forget() {
        int gone;
        do {
            gone = expired.forget(BATCH);
        } while (gone == BATCH);
    }
}
