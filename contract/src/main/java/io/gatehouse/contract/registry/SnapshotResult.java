package io.gatehouse.contract.registry;

import java.util.List;

/** The result of a snapshot. */
public sealed interface SnapshotResult
        permits SnapshotResult.Drift,
                SnapshotResult.MassRetire,
                SnapshotResult.Succeeded,
                UnknownGeneration,
                HostRefusal {

    /**
     * How the host's agents differ from the snapshot, by alias in alphabetical order.
     *
     * @param generation of the last registration that the snapshot covers
     * @param active active from now on: listed, or registered after the snapshot
     * @param stale the same, on a host without a sign of life
     * @param retired no longer listed, and therefore retired
     * @param unregistered listed, but never registered or already retired: only a registration makes it active
     * @param phantom the retired agents that were listed as active until now
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
     * It would retire more than half of five or more agents; nothing was changed.
     *
     * @param of number of agents that the snapshot covers
     */
    record MassRetire(int retiring, int of) implements SnapshotResult {}

    /**
     * A snapshot of a later generation was already applied; nothing was changed.
     *
     * @param generation of that snapshot
     */
    record Succeeded(long generation) implements SnapshotResult {}
}
