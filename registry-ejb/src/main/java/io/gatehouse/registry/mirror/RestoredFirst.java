package io.gatehouse.registry.mirror;

import io.gatehouse.contract.health.DatabaseOpened;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Has the mirror taken back before anyone makes rows that a deployment cannot do without. */
@ApplicationScoped
class RestoredFirst {

    private static final int BEFORE_ALL_OTHERS = 100;

    private Restoration restoration;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected RestoredFirst() {}

    @Inject
    RestoredFirst(Restoration restoration) {
        this.restoration = restoration;
    }

    void restore(@Observes @Priority(BEFORE_ALL_OTHERS) DatabaseOpened opened) {
        restoration.restore();
    }
}
