package io.gatehouse.install.inbound;

import io.gatehouse.domain.batch.Batcher;
import io.gatehouse.install.account.ForeignId;
import io.gatehouse.install.connection.OpenConnection;
import io.gatehouse.install.transaction.RetriedTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;

/**
 * Takes messages in. One statement makes those last that came while the one before it ran, whatever their number; the crew is
 * called after its commit.
 */
@ApplicationScoped
public class InboundMail {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_CHAT = 300;

    /** Deliveries that are stored together, far more than a server has request threads that wait. */
    private static final int BATCH = 256;

    private InboundStore store;
    private InboundBox box;
    private RetriedTransactions transactions;
    private InboundWorkers workers;
    private Rush rush;
    private InstantSource clock;
    private Batcher<List<InboundStore.Draft>, Boolean> deliveries;

    @Inject
    Event<Arrived> arrived;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected InboundMail() {}

    @Inject
    @SuppressWarnings("NullAway.Init") // there is no event where no container is
    public InboundMail(
            InboundStore store,
            InboundBox box,
            RetriedTransactions transactions,
            InboundWorkers workers,
            Rush rush,
            InstantSource clock) {
        this.store = store;
        this.box = box;
        this.transactions = transactions;
        this.workers = workers;
        this.rush = rush;
        this.clock = clock;
        this.deliveries = new Batcher<>(BATCH, this::store);
    }

    /** Outside of transactions. They last when this returns; in a chat they keep this order. */
    public void take(OpenConnection connection, List<InboundMessage> messages) {
        if (!messages.isEmpty()) {
            deliveries.ask(drafts(connection, messages));
        }
    }

    private List<Boolean> store(List<List<InboundStore.Draft>> batch) {
        List<InboundStore.Draft> drafts = batch.stream().flatMap(List::stream).toList();
        boolean isNew = transactions.callAlone(() -> store.add(drafts, clock.instant())) > 0;
        rush.stored(batch.size());
        if (isNew) {
            workers.call();
        }
        return Collections.nCopies(batch.size(), isNew);
    }

    /** The same in the caller's transaction; the crew is called when that has committed. */
    public void takeHere(OpenConnection connection, List<InboundMessage> messages) {
        store.add(drafts(connection, messages), clock.instant());
        arrived.fire(new Arrived());
    }

    private List<InboundStore.Draft> drafts(OpenConnection connection, List<InboundMessage> messages) {
        return messages.stream().map(message -> draft(connection, message)).toList();
    }

    private InboundStore.Draft draft(OpenConnection connection, InboundMessage message) {
        String id = ForeignId.of(message.id(), LONGEST_ID);
        return new InboundStore.Draft(
                connection.id(),
                id,
                connection.id() + ":" + ForeignId.of(message.chat(), LONGEST_CHAT),
                box.seal(connection.id(), id, message));
    }
}
