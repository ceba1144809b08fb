package io.gatehouse.install.inbound;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Tells whom it concerns that messages were stored. */
@Dependent
public class Arrivals {

    private final InboundWorkers workers;
    private final Rush rush;
    private final Event<Arrived> arrived;

    @Inject
    public Arrivals(InboundWorkers workers, Rush rush, Event<Arrived> arrived) {
        this.workers = workers;
        this.rush = rush;
        this.arrived = arrived;
    }

    /** So many deliveries were committed together. */
    void stored(int deliveries, boolean anyIsNew) {
        rush.stored(deliveries);
        if (anyIsNew) {
            workers.call();
        }
    }

    /** Messages were stored in the caller's transaction: the workers are called when that has committed. */
    void afterCommit() {
        arrived.fire(new Arrived());
    }
}
