package io.gatehouse.registry.credential.mirror;

import io.gatehouse.contract.health.DatabaseOpened;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Restores the mirror before anything else creates the rows that every deployment needs. */
@ApplicationScoped
class RestoreBeforeStart {

    private static final int FIRST = 100;

    private Restoration restoration;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected RestoreBeforeStart() {}

    @Inject
    RestoreBeforeStart(Restoration restoration) {
        this.restoration = restoration;
    }

    void restore(@Observes @Priority(FIRST) DatabaseOpened opened) {
        restoration.restore();
    }
}
