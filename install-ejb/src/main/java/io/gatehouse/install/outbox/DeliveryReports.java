package io.gatehouse.install.outbox;

import io.gatehouse.install.connection.OpenConnection;
import io.gatehouse.kernel.id.Uuids;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What platforms say later about messages that they took: that one is there whose sending got no answer, or that one did not
 * reach its person, which makes a dead letter of it.
 */
@Dependent
public class DeliveryReports {

    private final OutboundStore store;
    private final RetriedTransactions transactions;
    private final InstantSource clock;

    @Inject
    public DeliveryReports(OutboundStore store, RetriedTransactions transactions, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param reference our own id of the message, as the platform gives it back; null where it does not
     * @param failure null where it reached the person, or may yet
     */
    public void take(
            OpenConnection connection, String platformMessageId, @Nullable String reference, @Nullable String failure) {
        Optional<UUID> id = Optional.ofNullable(reference).flatMap(Uuids::parse);
        if (failure == null && id.isEmpty()) {
            return;
        }
        transactions.call(() -> {
            id.ifPresent(it -> store.confirm(connection.id(), it, platformMessageId, clock.instant()));
            return failure != null
                    && store.undelivered(
                            connection.id(),
                            platformMessageId,
                            OutboxQueue.shortened("undelivered: " + failure),
                            clock.instant());
        });
    }
}
