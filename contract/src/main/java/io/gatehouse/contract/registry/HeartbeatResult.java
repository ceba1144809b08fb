package io.gatehouse.contract.registry;

import java.time.Instant;

/** What became of a heartbeat. */
public sealed interface HeartbeatResult
        permits HeartbeatResult.Renewed, HeartbeatResult.GenerationRetired, UnknownGeneration, HostRefusal {

    /**
     * @param generation of the last registration on the host
     * @param active how many agents the host keeps active by it
     */
    record Renewed(Instant leaseExpiresAt, long generation, int active) implements HeartbeatResult {}

    /** That registration is retired, or its agent registered again since. */
    record GenerationRetired() implements HeartbeatResult {}
}
