package io.gatehouse.install.outbox;

import io.gatehouse.install.connection.OpenConnection;
import io.gatehouse.install.connection.OpenConnections;
import io.gatehouse.install.metric.ChannelCounts;
import io.gatehouse.install.platform.Delivery;
import io.gatehouse.install.platform.MessageTemplate;
import io.gatehouse.install.platform.Outgoing;
import io.gatehouse.install.platform.PlatformApis;
import io.gatehouse.kernel.crypto.UnsealException;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.fault.DatabaseBusyException;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends one message. No transaction is open while the platform is waited for, and whatever happens, what became of the
 * message is written down: one that stays in hand keeps its chat waiting until its time is over, and is sent again then.
 */
@Dependent
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class.getName());
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);

    private final RetriedTransactions transactions;
    private final OutboxQueue queue;
    private final OpenConnections connections;
    private final PlatformApis platforms;
    private final ChannelCounts counts;

    @Inject
    public OutboxRelay(
            RetriedTransactions transactions,
            OutboxQueue queue,
            OpenConnections connections,
            PlatformApis platforms,
            ChannelCounts counts) {
        this.transactions = transactions;
        this.queue = queue;
        this.connections = connections;
        this.platforms = platforms;
        this.counts = counts;
    }

    /** False if there was nothing to send. */
    boolean sendOne() {
        Optional<OutboundStore.Leased> taken = transactions.call(queue::take);
        taken.ifPresent(message -> settle(message, deliver(message)));
        return taken.isPresent();
    }

    private Delivery deliver(OutboundStore.Leased message) {
        Optional<OpenConnection> connection;
        try {
            connection = connections.find(message.connectionId());
        } catch (UnsealException e) {
            return new Delivery.NotYet("the secrets of the connection do not open");
        } catch (DatabaseAwayException | DatabaseBusyException e) {
            return new Delivery.NotYet("the connection cannot be read");
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "message " + message.id() + " waits: its connection cannot be read");
            return new Delivery.NotYet("the connection cannot be read");
        }
        return connection
                .map(open -> send(open, message))
                .orElseGet(() -> new Delivery.Refused("the connection is gone"));
    }

    private Delivery send(OpenConnection connection, OutboundStore.Leased message) {
        String template = message.template();
        Delivery delivery = delivery(
                connection,
                new Outgoing(
                        message.id(),
                        message.chat(),
                        message.thread(),
                        message.content(),
                        template == null ? null : MessageTemplate.fromJson(template)));
        counts.sent(connection.platform(), delivery.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        return delivery;
    }

    /** A fault of ours may come before the call or after it. */
    private Delivery delivery(OpenConnection connection, Outgoing outgoing) {
        try {
            return platforms.send(connection, outgoing);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "sending message " + outgoing.id() + " failed");
            return new Delivery.Unknown("a fault of ours, " + e.getClass().getSimpleName());
        }
    }

    /**
     * Tries again for as long as it is in hand: what is not written down is sent a second time then.
     */
    private void settle(OutboundStore.Leased message, Delivery delivery) {
        for (Duration wait = FIRST_WAIT; ; wait = wait.multipliedBy(2)) {
            try {
                transactions.call(() -> {
                    queue.settle(message, delivery);
                    return true;
                });
                return;
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted() || !queue.isLeasedAfter(message, wait)) {
                    giveUp(message, delivery, e);
                    return;
                }
                LOG.log(
                        e instanceof DatabaseAwayException || e instanceof DatabaseBusyException
                                ? Level.FINE
                                : Level.WARNING,
                        e,
                        () -> "what became of message " + message.id() + " cannot be written down yet; trying again");
            }
            LockSupport.parkNanos(this, wait.toNanos());
        }
    }

    /** Less can be written down more easily. */
    private void giveUp(OutboundStore.Leased message, Delivery delivery, RuntimeException fault) {
        boolean settled;
        try {
            settled = transactions.call(() -> queue.settleAnyhow(message, delivery));
        } catch (RuntimeException e) {
            fault.addSuppressed(e);
            throw fault;
        }
        if (!settled) {
            throw fault;
        }
        LOG.log(Level.SEVERE, fault, () -> "what became of message " + message.id() + " could not be written down");
    }
}
