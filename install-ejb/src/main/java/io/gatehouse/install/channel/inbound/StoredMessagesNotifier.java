package io.gatehouse.install.channel.inbound;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Notifies the burst detector and the workers that messages were stored. */
@Dependent
public class StoredMessagesNotifier {

    private final InboxDispatcher workers;
    private final BurstDetector bursts;
    private final Event<MessagesStored> event;

    @Inject
    public StoredMessagesNotifier(InboxDispatcher workers, BurstDetector bursts, Event<MessagesStored> event) {
        this.workers = workers;
        this.bursts = bursts;
        this.event = event;
    }

    /** Call after the commit of a batch of deliveries. */
    void stored(int deliveries, boolean anyIsNew) {
        bursts.stored(deliveries);
        if (anyIsNew) {
            workers.call();
        }
    }

    /** Call after storing messages in the caller's transaction: the workers are woken after its commit. */
    void afterCommit() {
        event.fire(new MessagesStored());
    }
}
