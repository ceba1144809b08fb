package io.gatehouse.registry.appservice;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Lets go of what was remembered for long enough, every hour. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class TransactionRetention {

    @Inject
    OldTransactions old;

    @Schedule(hour = "*", minute = "37", persistent = false)
    void forget() {
        old.forget();
    }
}
