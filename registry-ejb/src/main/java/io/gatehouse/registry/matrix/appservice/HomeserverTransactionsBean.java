package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.contract.appservice.HomeserverTransaction;
import io.gatehouse.contract.appservice.HomeserverTransactions;
import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import io.gatehouse.registry.message.InboxStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Processes each homeserver transaction in one database transaction, which commits entirely or not at all. */
@ApplicationScoped
@RetriedTransaction
public class HomeserverTransactionsBean implements HomeserverTransactions {

    private static final Logger LOG = Logger.getLogger(HomeserverTransactionsBean.class.getName());

    private TransactionStore store;
    private Presences presences;
    private ChannelDeliveries channels;
    private InboxStore inbox;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public HomeserverTransactionsBean() {}

    @Inject
    public HomeserverTransactionsBean(
            TransactionStore store,
            Presences presences,
            ChannelDeliveries channels,
            InboxStore inbox,
            InstantSource clock) {
        this.store = store;
        this.presences = presences;
        this.channels = channels;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public void take(HomeserverTransaction transaction) {
        Instant now = clock.instant();
        boolean isNewId = store.insert(transaction, now);
        if (!isNewId && !store.replace(transaction, now)) {
            return;
        }
        if (transaction.skipped() > 0) {
            LOG.log(
                    Level.WARNING,
                    "Transaction {0} of the homeserver: {1} malformed events were skipped",
                    new Object[] {transaction.id(), transaction.skipped()});
        }
        List<RoomEvent> events = store.insertNew(transaction.events(), now);
        if (!isNewId && !events.isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "The homeserver reuses transaction ids: {0} was seen with other events before. Of the {1} events"
                            + " of this one {2} are new, and are processed",
                    new Object[] {transaction.id(), transaction.events().size(), events.size()});
        }
        PushedRooms rooms = presences.before(events);
        events.forEach(rooms::take);
        presences.save(rooms, now);
        inbox.deliver(channels.without(rooms.deliveries()));
    }
}
