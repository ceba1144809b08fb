package io.gatehouse.contract.registry;

import org.jspecify.annotations.Nullable;

/**
 * Reports of hosts about themselves. Each host numbers its registrations: a <em>generation</em> is such a number.
 * Reports and registrations of one host are processed one after another.
 */
public interface HostReports {

    /**
     * Renews the host's lease; its stale agents become active again. Retired agents stay retired.
     *
     * @param generation the registration on whose behalf the host calls. One that is retired, or that a later
     *     registration of its agent replaced, renews nothing. Null for the host as a whole, which is never refused
     */
    HeartbeatResult heartbeat(CallingHost caller, String host, @Nullable Long generation);

    /**
     * Applies the host's configuration: every agent that is not listed is retired, except those that registered after
     * the snapshot's generation. Registers and reactivates no agent and renews no lease: configuration is not a sign of
     * life.
     *
     * @param force whether more than half of five or more agents may be retired at once
     */
    SnapshotResult take(CallingHost caller, String host, HostSnapshot snapshot, boolean force);

    /** Returns what {@link #take} would do with the snapshot if forced. Changes nothing. */
    SnapshotResult compare(CallingHost caller, String host, HostSnapshot snapshot);
}
