package io.gatehouse.registry.revocation;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Lets go of old numbers, so that the table stays as small as the revocations of an hour. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RevocationRetention {

    @Inject
    RevocationLog log;

    @Schedule(hour = "*", minute = "41", persistent = false)
    void forget() {
        log.forget();
    }
}
