package io.gatehouse.registry.message;

import io.gatehouse.contract.message.Inboxes;
import io.gatehouse.contract.message.IncomingMessage;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Reads and deletes messages by the primary key of the table. */
@ApplicationScoped
@RetriedTransaction
public class InboxesBean implements Inboxes {

    private InboxReadingStore store;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public InboxesBean() {}

    @Inject
    public InboxesBean(InboxReadingStore store) {
        this.store = store;
    }

    @Override
    public void acknowledge(UUID agentId, long position) {
        store.delete(agentId, position);
    }

    @Override
    public List<IncomingMessage> after(UUID agentId, long position, int limit) {
        return store.after(agentId, position, limit);
    }
}
