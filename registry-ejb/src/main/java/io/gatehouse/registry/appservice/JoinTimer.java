package io.gatehouse.registry.appservice;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Comes back to invitations that wait for their next attempt, or whose node is gone. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class JoinTimer {

    @Inject
    Joins joins;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void wake() {
        joins.wake();
    }
}
