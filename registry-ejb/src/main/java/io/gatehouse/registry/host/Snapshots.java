package io.gatehouse.registry.host;

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

/** Holds what a host says that it runs against what is bound to it. Statements over sets: a host may run thousands. */
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

    /** The host's row is locked. */
    SnapshotResult take(Host host, HostSnapshot snapshot, boolean force, String actor) {
        SnapshotResult result = judge(host, snapshot, force);
        if (result instanceof Drift drift) {
            keep(host, snapshot.displayNames(), drift.generation());
            changes.endSnapshot(host, actor, Set.copyOf(drift.retired()));
        } else {
            changes.end(host, actor);
        }
        return result;
    }

    SnapshotResult compare(Host host, HostSnapshot snapshot) {
        return judge(host, snapshot, true);
    }

    private SnapshotResult judge(Host host, HostSnapshot snapshot, boolean force) {
        long generation = asOf(host, snapshot.generation());
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

    private static long asOf(Host host, @Nullable Long generation) {
        return generation == null ? host.generation() : generation;
    }

    private void keep(Host host, Map<String, String> displayNames, long generation) {
        if (!store.displayNames(host.id()).equals(displayNames)) {
            store.replace(host.id(), displayNames);
        }
        host.takeSnapshot(clock.instant(), generation);
        store.retireUnnamed(host.id(), generation, host.lastSeenAt());
    }
}
