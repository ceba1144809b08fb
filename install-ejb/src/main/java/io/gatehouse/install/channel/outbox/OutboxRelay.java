package io.gatehouse.install.channel.outbox;

import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.OpenConnections;
import io.gatehouse.install.channel.metric.ChannelCounts;
import io.gatehouse.install.channel.platform.Delivery;
import io.gatehouse.install.channel.platform.MessageTemplate;
import io.gatehouse.install.channel.platform.Outgoing;
import io.gatehouse.install.channel.platform.PlatformApis;
import io.gatehouse.kernel.crypto.UnsealException;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.fault.DatabaseBusyException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends one message. No transaction is open during the call to the platform. The outcome is recorded in any case: a
 * message without a recorded outcome blocks its chat until the lease expires, and is then sent again.
 */
@Dependent
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class.getName());
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);

    private final OutboxQueue queue;
    private final OpenConnections connections;
    private final PlatformApis platforms;
    private final ChannelCounts counts;

    @Inject
    public OutboxRelay(OutboxQueue queue, OpenConnections connections, PlatformApis platforms, ChannelCounts counts) {
        this.queue = queue;
        this.connections = connections;
        this.platforms = platforms;
        this.counts = counts;
    }

    /** False if there was nothing to send. */
    boolean sendOne() {
        Optional<OutboundStore.Leased> leased = queue.lease();
        leased.ifPresent(message -> recordOutcome(message, deliver(message)));
        return leased.isPresent();
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
            LOG.log(Level.WARNING, e, () -> "message " + message.id() + " is delayed: its connection cannot be read");
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

    /** An internal error may have occurred before the call or after it. */
    private Delivery delivery(OpenConnection connection, Outgoing outgoing) {
        try {
            return platforms.send(connection, outgoing);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "sending message " + outgoing.id() + " failed");
            return new Delivery.Unknown("a fault of ours, " + e.getClass().getSimpleName());
        }
    }

    /**
     * Retries as long as the lease is held: a message whose outcome is not recorded is sent a second time when the
     * lease expires.
     */
    private void recordOutcome(OutboundStore.Leased message, Delivery delivery) {
        for (Duration wait = FIRST_WAIT; ; wait = wait.multipliedBy(2)) {
            try {
                queue.recordOutcome(message, delivery);
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
                        () -> "the outcome of message " + message.id() + " cannot be recorded yet; trying again");
            }
            LockSupport.parkNanos(this, wait.toNanos());
        }
    }

    /** Recording less may succeed where recording the full outcome failed. */
    private void giveUp(OutboundStore.Leased message, Delivery delivery, RuntimeException fault) {
        boolean recorded;
        try {
            recorded = queue.recordMinimalOutcome(message, delivery);
        } catch (RuntimeException e) {
            fault.addSuppressed(e);
            throw fault;
        }
        if (!recorded) {
            throw fault;
        }
        LOG.log(Level.SEVERE, fault, () -> "the full outcome of message " + message.id() + " could not be recorded");
    }
}
