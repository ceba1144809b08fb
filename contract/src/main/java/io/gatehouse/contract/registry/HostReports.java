package io.gatehouse.contract.registry;

import org.jspecify.annotations.Nullable;

/**
 * What hosts tell of themselves. Each host counts its registrations: a <em>generation</em> is the number of one of them.
 * Reports on one host are worked off one after the other, together with its registrations.
 */
public interface HostReports {

    /**
     * A sign of life: renews the host's lease, and what was stale is active again. What is retired stays so.
     *
     * @param generation the registration on whose behalf the host calls. One that is retired, or that its agent
     *     followed by another, renews nothing. Null for the host as a whole, which is never refused
     */
    HeartbeatResult heartbeat(CallingHost caller, String host, @Nullable Long generation);

    /**
     * What the host is configured to run: every agent that is not named is retired, but for those that registered after
     * the generation of the snapshot. Registers nothing, brings nothing back and renews no lease: configuration is no
     * sign of life.
     *
     * @param force whether more than half of five or more may be retired at once
     */
    SnapshotResult take(CallingHost caller, String host, HostSnapshot snapshot, boolean force);

    /** What {@link #take} would make of the snapshot if forced. Changes nothing. */
    SnapshotResult compare(CallingHost caller, String host, HostSnapshot snapshot);
}
