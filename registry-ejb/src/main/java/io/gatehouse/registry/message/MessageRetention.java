package io.gatehouse.registry.message;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Lets go of what was kept for long enough, every hour. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class MessageRetention {

    @Inject
    OldMessages old;

    @Schedule(hour = "*", minute = "23", persistent = false)
    void forget() {
        old.forget();
    }
}
