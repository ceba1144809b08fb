package io.gatehouse.kernel.config;

import java.time.Duration;

/**
 * How long the registry believes what hosts said.
 *
 * @param lease how long after a sign of life of their host agents count as active
 * @param staleFor how long after that they are stale, before they are retired
 * @param sweepInterval how often lapsed leases are looked for
 * @param tokenOverlap how long an agent's earlier tokens last after it registers again
 */
public record RegistrySettings(Duration lease, Duration staleFor, Duration sweepInterval, Duration tokenOverlap) {}
