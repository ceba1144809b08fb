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
 * Puts events into the inboxes of agents, in the transaction of the caller. An agent's positions are given out under
 * the lock of its one inbox row until that transaction ends, so whoever sees a position has seen all before it.
 *
 * <p>Does not know repeated events: the caller delivers each one once. Locks inboxes in the order of their ids; of two
 * transactions that call more than once each, the database may still refuse one, which is to be tried again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Inbox {

    private InboxStore store;
    private InstantSource clock;
    private Event<Delivered> delivered;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public Inbox() {}

    @Inject
    public Inbox(InboxStore store, InstantSource clock, Event<Delivered> delivered) {
        this.store = store;
        this.clock = clock;
        this.delivered = delivered;
    }

    /** One agent's. */
    public void deliver(UUID agentId, InboxMessage message) {
        deliver(List.of(agentId), message);
    }

    public void deliver(Collection<UUID> agentIds, InboxMessage message) {
        deliver(List.of(new Delivery(List.copyOf(agentIds), message)));
    }

    /**
     * Several, in their order, with all inboxes locked before the first. Those who wait at the inboxes on this node are
     * woken when the transaction has committed.
     */
    public void deliver(List<Delivery> deliveries) {
        List<UUID> receivers = deliveries.stream()
                .flatMap(delivery -> delivery.agentIds().stream())
                .distinct()
                .toList();
        if (receivers.isEmpty()) {
            return;
        }
        if (store.lock(receivers) < receivers.size()) {
            store.open(receivers);
            store.lock(receivers);
        }
        for (Delivery delivery : deliveries) {
            List<UUID> agentIds = delivery.agentIds().stream().distinct().toList();
            if (!agentIds.isEmpty()) {
                store.add(agentIds, delivery.message(), clock.instant());
            }
        }
        delivered.fire(new Delivered(receivers));
    }
}
