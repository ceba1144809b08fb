package io.gatehouse.registry.agent.host;

import io.gatehouse.contract.registry.HostSnapshot;
import io.gatehouse.contract.registry.SnapshotResult;
import io.gatehouse.contract.registry.SnapshotResult.Drift;
import io.gatehouse.contract.registry.SnapshotResult.MassRetire;
import io.gatehouse.contract.registry.SnapshotResult.Succeeded;
import io.gatehouse.contract.registry.UnknownGeneration;
import io.gatehouse.domain.host.Host;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reconciles the agents that a host reports with those bound to it. Uses set-based statements, because a host may run
 * thousands.
 */
@Dependent
class Snapshots {

    private final SnapshotStore store;
    private final Leases leases;
    private final BindingChanges changes;
    private final InstantSource clock;

    @Inject
    Snapshots(SnapshotStore store, Leases leases, BindingChanges changes, InstantSource clock) {
        this.store = store;
        this.leases = leases;
        this.changes = changes;
        this.clock = clock;
    }

    /** The caller has locked the host's row. */
    SnapshotResult take(Host host, HostSnapshot snapshot, boolean force, String actor) {
        SnapshotResult result = compareBindings(host, snapshot, force);
        if (result instanceof Drift drift) {
            save(host, snapshot.displayNames(), drift.generation());
            changes.completeSnapshot(host, actor, Set.copyOf(drift.retired()));
        } else {
            changes.complete(host, actor);
        }
        return result;
    }

    SnapshotResult compare(Host host, HostSnapshot snapshot) {
        return compareBindings(host, snapshot, true);
    }

    private SnapshotResult compareBindings(Host host, HostSnapshot snapshot, boolean force) {
        long generation = generationOf(host, snapshot.generation());
        if (generation > host.generation()) {
            return new UnknownGeneration(host.generation());
        }
        if (generation < host.snapshotGeneration()) {
            return new Succeeded(host.snapshotGeneration());
        }
        Comparison comparison = Comparison.of(
                store.live(host.id()),
                snapshot.displayNames().keySet(),
                generation,
                state -> leases.statusOf(state, host.leaseExpiresAt(), clock.instant()));
        Optional<MassRetire> refusal = force ? Optional.empty() : comparison.massRetire();
        return refusal.isPresent() ? refusal.get() : comparison.drift();
    }

    private static long generationOf(Host host, @Nullable Long generation) {
        return generation == null ? host.generation() : generation;
    }

    private void save(Host host, Map<String, String> displayNames, long generation) {
        if (!store.displayNames(host.id()).equals(displayNames)) {
            store.replace(host.id(), displayNames);
        }
        host.takeSnapshot(clock.instant(), generation);
        store.retireUnnamed(host.id(), generation, host.lastSeenAt());
    }
}
