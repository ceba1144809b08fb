package io.gatehouse.registry.mirror;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Looks, every few seconds, whether the mirror is behind. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class MirrorTimer {

    @Inject
    MirrorWriter writer;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void write() {
        writer.write();
    }
}
