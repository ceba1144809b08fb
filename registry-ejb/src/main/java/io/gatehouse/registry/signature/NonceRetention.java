package io.gatehouse.registry.signature;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Lets go of nonces that are not needed any more, every minute. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NonceRetention {

    @Inject
    OldNonces old;

    @Schedule(hour = "*", minute = "*", second = "41", persistent = false)
    void forget() {
        old.forget();
    }
}
