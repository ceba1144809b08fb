package io.gatehouse.contract.registry;

import java.util.List;

/** What became of a snapshot. */
public sealed interface SnapshotResult
        permits SnapshotResult.Drift,
                SnapshotResult.MassRetire,
                SnapshotResult.Succeeded,
                UnknownGeneration,
                HostRefusal {

    /**
     * How the host's agents stand to the snapshot, by alias in alphabetical order.
     *
     * @param generation of the last registration that the snapshot speaks of
     * @param active advertised from now on: named, or registered later than the snapshot
     * @param stale the same, on a host that gives no sign of life
     * @param retired no longer named, and retired for it
     * @param unregistered named, and never registered or retired before: only a registration makes it active
     * @param phantom those of the retired that were advertised as active until now
     */
    record Drift(
            long generation,
            List<String> active,
            List<String> stale,
            List<String> retired,
            List<String> unregistered,
            List<String> phantom)
            implements SnapshotResult {

        public Drift {
            active = List.copyOf(active);
            stale = List.copyOf(stale);
            retired = List.copyOf(retired);
            unregistered = List.copyOf(unregistered);
            phantom = List.copyOf(phantom);
        }
    }

    /**
     * It would retire more than half of five or more; nothing has changed.
     *
     * @param of how many the snapshot speaks of
     */
    record MassRetire(int retiring, int of) implements SnapshotResult {}

    /**
     * A snapshot of a later generation was taken before; nothing has changed.
     *
     * @param generation that snapshot's
     */
    record Succeeded(long generation) implements SnapshotResult {}
}
