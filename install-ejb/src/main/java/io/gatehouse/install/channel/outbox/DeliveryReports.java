package io.gatehouse.install.channel.outbox;

import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.kernel.id.Uuids;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Processes the platforms' later reports about messages: that a message arrived whose sending was not answered, or that
 * a message could not be delivered, which makes it a dead letter.
 */
@ApplicationScoped
public class DeliveryReports {

    private OutboundStore store;
    private InstantSource clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected DeliveryReports() {}

    @Inject
    public DeliveryReports(OutboundStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param reference our own id of the message, as the platform returns it; null if it does not
     * @param failure null if the message was delivered, or may still be
     */
    @RetriedTransaction
    public void take(
            OpenConnection connection, String platformMessageId, @Nullable String reference, @Nullable String failure) {
        Optional<UUID> id = Optional.ofNullable(reference).flatMap(Uuids::parse);
        id.ifPresent(it -> store.confirm(connection.id(), it, platformMessageId, clock.instant()));
        if (failure != null) {
            store.undelivered(
                    connection.id(),
                    platformMessageId,
                    OutboxQueue.shortened("undelivered: " + failure),
                    clock.instant());
        }
    }
}
