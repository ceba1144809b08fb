package io.gatehouse.install.channel.inbound;

import io.gatehouse.install.channel.outbox.OutboxDispatcher;
import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/**
 * Wakes both worker pools every second: for messages that other nodes left, messages that are due again, and messages
 * from before the start of this node.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ChannelClock {

    private static final Logger LOG = Logger.getLogger(ChannelClock.class.getName());

    private InboxDispatcher workers;
    private OutboxDispatcher senders;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ChannelClock() {}

    @Inject
    public ChannelClock(InboxDispatcher workers, OutboxDispatcher senders) {
        this.workers = workers;
        this.senders = senders;
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void tick() {
        ScheduledTask.run(LOG, "Cannot start the processing of inbound messages", workers::call);
        ScheduledTask.run(LOG, "Cannot start the sending of outbound messages", senders::call);
    }
}
