package io.gatehouse.contract.registry;

import java.time.Instant;

/** The result of a heartbeat. */
public sealed interface HeartbeatResult
        permits HeartbeatResult.Renewed, HeartbeatResult.GenerationRetired, UnknownGeneration, HostRefusal {

    /**
     * @param generation of the last registration on the host
     * @param active how many agents of the host it keeps active
     */
    record Renewed(Instant leaseExpiresAt, long generation, int active) implements HeartbeatResult {}

    /** The registration is retired, or its agent has registered again since. */
    record GenerationRetired() implements HeartbeatResult {}
}
