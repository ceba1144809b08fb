package io.gatehouse.install.inbound;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Tells whom it concerns that messages were stored. */
@Dependent
public class StoredMessagesNotifier {

    private final InboxDispatcher workers;
    private final BurstDetector bursts;
    private final Event<MessagesStored> arrived;

    @Inject
    public StoredMessagesNotifier(InboxDispatcher workers, BurstDetector bursts, Event<MessagesStored> arrived) {
        this.workers = workers;
        this.bursts = bursts;
        this.arrived = arrived;
    }

    /** So many deliveries were committed together. */
    void stored(int deliveries, boolean anyIsNew) {
        bursts.stored(deliveries);
        if (anyIsNew) {
            workers.call();
        }
    }

    /** Messages were stored in the caller's transaction: the workers are called when that has committed. */
    void afterCommit() {
        arrived.fire(new MessagesStored());
    }
}
