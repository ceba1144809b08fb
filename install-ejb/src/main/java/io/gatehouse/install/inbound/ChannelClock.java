package io.gatehouse.install.inbound;

import io.gatehouse.install.outbox.Senders;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/**
 * Calls both crews every second: for what other nodes left, what is due again, and what was there when this node started.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ChannelClock {

    @Inject
    InboundWorkers workers;

    @Inject
    Senders senders;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void tick() {
        workers.call();
        senders.call();
    }
}
