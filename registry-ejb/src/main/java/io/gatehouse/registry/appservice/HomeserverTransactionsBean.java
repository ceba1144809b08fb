package io.gatehouse.registry.appservice;

import io.gatehouse.contract.appservice.HomeserverTransaction;
import io.gatehouse.contract.appservice.HomeserverTransactions;
import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import io.gatehouse.registry.message.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One transaction of the homeserver is one of the database; both end well, or neither. */
@ApplicationScoped
@RetriedTransaction
public class HomeserverTransactionsBean implements HomeserverTransactions {

    private static final Logger LOG = Logger.getLogger(HomeserverTransactionsBean.class.getName());

    private TransactionStore store;
    private Presences presences;
    private ChannelDeliveries channels;
    private Inbox inbox;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public HomeserverTransactionsBean() {}

    @Inject
    public HomeserverTransactionsBean(
            TransactionStore store, Presences presences, ChannelDeliveries channels, Inbox inbox, InstantSource clock) {
        this.store = store;
        this.presences = presences;
        this.channels = channels;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public void take(HomeserverTransaction transaction) {
        Instant now = clock.instant();
        boolean firstOfItsId = store.insert(transaction, now);
        if (!firstOfItsId && !store.replace(transaction, now)) {
            return;
        }
        if (transaction.skipped() > 0) {
            LOG.log(
                    Level.WARNING,
                    "Transaction {0} of the homeserver: {1} events are none, and were skipped",
                    new Object[] {transaction.id(), transaction.skipped()});
        }
        List<RoomEvent> events = store.insertNew(transaction.events(), now);
        if (!firstOfItsId && !events.isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "The homeserver counts its transactions anew: there was another {0} before. Of the {1} events of"
                            + " this one {2} are new, and are taken",
                    new Object[] {transaction.id(), transaction.events().size(), events.size()});
        }
        PushedRooms rooms = presences.of(events);
        events.forEach(rooms::take);
        presences.keep(rooms, now);
        inbox.deliver(channels.without(rooms.deliveries()));
    }
}
