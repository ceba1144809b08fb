package io.gatehouse.registry.agent.host;

import io.gatehouse.contract.registry.HeartbeatResult;
import io.gatehouse.contract.registry.HeartbeatResult.GenerationRetired;
import io.gatehouse.contract.registry.HeartbeatResult.Renewed;
import io.gatehouse.contract.registry.UnknownGeneration;
import io.gatehouse.domain.host.Host;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Processes heartbeats. The caller has locked the host's row. */
@Dependent
class Heartbeats {

    private final BindingStore store;
    private final Leases leases;
    private final BindingChanges changes;

    @Inject
    Heartbeats(BindingStore store, Leases leases, BindingChanges changes) {
        this.store = store;
        this.leases = leases;
        this.changes = changes;
    }

    HeartbeatResult beat(Host host, @Nullable Long generation, String actor) {
        HeartbeatResult result = renew(host, generation);
        // Bindings that expired before the heartbeat are recorded, whatever its result.
        changes.complete(host, actor);
        return result;
    }

    private HeartbeatResult renew(Host host, @Nullable Long generation) {
        if (generation != null && !host.hasCounted(generation)) {
            return new UnknownGeneration(host.generation());
        }
        if (generation != null && !store.isLive(host.id(), generation)) {
            return new GenerationRetired();
        }
        Instant lease = leases.renew(host);
        store.revive(host.id());
        return new Renewed(lease, host.generation(), store.countActive(host.id()));
    }
}
