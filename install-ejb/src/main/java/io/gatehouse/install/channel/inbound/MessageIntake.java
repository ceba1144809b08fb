package io.gatehouse.install.channel.inbound;

import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.kernel.batch.Batcher;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;

/**
 * Stores inbound messages. One statement stores all messages that arrived while the previous statement ran. The workers
 * are woken after its commit.
 */
@ApplicationScoped
public class MessageIntake {

    /** Maximum number of deliveries per statement; far more than the request threads that a server has. */
    private static final int BATCH = 256;

    private InboundStore store;
    private InboundDrafts drafts;
    private RetriedTransactions transactions;
    private StoredMessagesNotifier notifier;
    private InstantSource clock;
    private Batcher<List<InboundStore.Draft>, Boolean> deliveries;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected MessageIntake() {}

    @Inject
    public MessageIntake(
            InboundStore store,
            InboundDrafts drafts,
            RetriedTransactions transactions,
            StoredMessagesNotifier notifier,
            InstantSource clock) {
        this.store = store;
        this.drafts = drafts;
        this.transactions = transactions;
        this.notifier = notifier;
        this.clock = clock;
        this.deliveries = new Batcher<>(BATCH, this::store);
    }

    /**
     * Stores the messages durably. Must be called outside of transactions; blocks until they are committed. The order
     * within a chat is kept.
     */
    public void take(OpenConnection connection, List<InboundMessage> messages) {
        if (!messages.isEmpty()) {
            deliveries.ask(drafts.of(connection, messages));
        }
    }

    private List<Boolean> store(List<List<InboundStore.Draft>> batch) {
        List<InboundStore.Draft> all = batch.stream().flatMap(List::stream).toList();
        boolean isNew = transactions.callAlone(() -> store.add(all, clock.instant())) > 0;
        notifier.stored(batch.size(), isNew);
        return Collections.nCopies(batch.size(), isNew);
    }

    /** As {@link #take}, in the caller's transaction; the workers are woken after its commit. */
    public void takeHere(OpenConnection connection, List<InboundMessage> messages) {
        store.add(drafts.of(connection, messages), clock.instant());
        notifier.afterCommit();
    }
}
