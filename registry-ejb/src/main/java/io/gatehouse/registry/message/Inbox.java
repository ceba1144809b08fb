package io.gatehouse.registry.message;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Adds events to the inboxes of agents, in the caller's transaction. Positions of an agent are assigned under the lock
 * of its inbox row, which is held until the transaction ends, so a reader that has seen a position has seen all earlier
 * ones.
 *
 * <p>Does not detect repeated events: the caller delivers each one once. Locks inboxes in the order of their ids. Two
 * transactions that each call this more than once can still deadlock; the database then rejects one of them, which must
 * be retried.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Inbox {

    private InboxStore store;
    private InstantSource clock;
    private Event<MessagesDelivered> delivered;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public Inbox() {}

    @Inject
    public Inbox(InboxStore store, InstantSource clock, Event<MessagesDelivered> delivered) {
        this.store = store;
        this.clock = clock;
        this.delivered = delivered;
    }

    /** Adds the message to one agent's inbox. */
    public void deliver(UUID agentId, InboxMessage message) {
        deliver(List.of(agentId), message);
    }

    public void deliver(Collection<UUID> agentIds, InboxMessage message) {
        deliver(List.of(new Delivery(List.copyOf(agentIds), message)));
    }

    /**
     * Adds several messages, in their order, after locking all inboxes. Readers that wait on this node are woken once
     * the transaction has committed.
     */
    public void deliver(List<Delivery> deliveries) {
        List<UUID> recipients = deliveries.stream()
                .flatMap(delivery -> delivery.agentIds().stream())
                .distinct()
                .toList();
        if (recipients.isEmpty()) {
            return;
        }
        if (store.lock(recipients) < recipients.size()) {
            store.create(recipients);
            store.lock(recipients);
        }
        for (Delivery delivery : deliveries) {
            List<UUID> agentIds = delivery.agentIds().stream().distinct().toList();
            if (!agentIds.isEmpty()) {
                store.add(agentIds, delivery.message(), clock.instant());
            }
        }
        delivered.fire(new MessagesDelivered(recipients));
    }
}
