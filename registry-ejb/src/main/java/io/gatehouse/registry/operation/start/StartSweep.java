package io.gatehouse.registry.operation.start;

import io.gatehouse.contract.health.DatabaseOpened;
import io.gatehouse.registry.agent.host.SweepTimer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Records leases that expired while no node was running, before this node becomes ready. */
@ApplicationScoped
class StartSweep {

    private SweepTimer sweeps;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected StartSweep() {}

    @Inject
    StartSweep(SweepTimer sweeps) {
        this.sweeps = sweeps;
    }

    void sweep(@Observes @Priority(Interceptor.Priority.APPLICATION + 900) DatabaseOpened opened) {
        sweeps.begin();
    }
}
