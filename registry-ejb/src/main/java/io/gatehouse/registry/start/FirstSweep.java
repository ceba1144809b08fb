package io.gatehouse.registry.start;

import io.gatehouse.contract.health.DatabaseOpened;
import io.gatehouse.registry.host.SweepTimer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Writes down what lapsed while no node ran, before readiness says that this one may serve. */
@ApplicationScoped
class FirstSweep {

    private SweepTimer sweeps;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected FirstSweep() {}

    @Inject
    FirstSweep(SweepTimer sweeps) {
        this.sweeps = sweeps;
    }

    void sweep(@Observes @Priority(Interceptor.Priority.APPLICATION + 900) DatabaseOpened opened) {
        sweeps.begin();
    }
}
