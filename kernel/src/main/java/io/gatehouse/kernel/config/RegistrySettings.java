package io.gatehouse.kernel.config;

import java.time.Duration;

/**
 * How long the registry trusts the last report of a host.
 *
 * @param lease how long agents count as active after their host's last sign of life
 * @param staleFor how long after that agents are stale, before they are retired
 * @param sweepInterval interval between checks for expired leases
 * @param tokenOverlap how long an agent's earlier tokens stay valid after it registers again
 */
public record RegistrySettings(Duration lease, Duration staleFor, Duration sweepInterval, Duration tokenOverlap) {}
