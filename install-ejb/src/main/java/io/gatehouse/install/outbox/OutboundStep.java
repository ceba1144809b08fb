package io.gatehouse.install.outbox;

import io.gatehouse.install.connection.OpenConnection;
import io.gatehouse.install.connection.OpenConnections;
import io.gatehouse.install.metric.ChannelCounts;
import io.gatehouse.install.platform.Delivery;
import io.gatehouse.install.platform.Outgoing;
import io.gatehouse.install.platform.PlatformApis;
import io.gatehouse.install.transaction.RetriedTransactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Sends one message. No transaction is open while the platform is waited for. */
@Dependent
public class OutboundStep {

    private final RetriedTransactions transactions;
    private final OutboundDesk desk;
    private final OpenConnections connections;
    private final PlatformApis platforms;
    private final ChannelCounts counts;

    @Inject
    public OutboundStep(
            RetriedTransactions transactions,
            OutboundDesk desk,
            OpenConnections connections,
            PlatformApis platforms,
            ChannelCounts counts) {
        this.transactions = transactions;
        this.desk = desk;
        this.connections = connections;
        this.platforms = platforms;
        this.counts = counts;
    }

    /** False if there was nothing to send. */
    boolean sendOne() {
        Optional<OutboundStore.InHand> taken = transactions.call(desk::take);
        if (taken.isEmpty()) {
            return false;
        }
        OutboundStore.InHand message = taken.get();
        Delivery delivery = connections
                .find(message.connectionId())
                .map(connection -> send(connection, message))
                .orElseGet(() -> new Delivery.Refused("the connection is gone"));
        transactions.call(() -> {
            desk.settle(message, delivery);
            return true;
        });
        return true;
    }

    private Delivery send(OpenConnection connection, OutboundStore.InHand message) {
        Delivery delivery = platforms.send(
                connection, new Outgoing(message.id(), message.chat(), message.thread(), message.content()));
        counts.sent(connection.platform(), delivery.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        return delivery;
    }
}
