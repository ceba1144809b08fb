package io.gatehouse.contract.registry;

/** The status of an agent at the time of the query. */
public enum AgentStatus {
    /** Its host's lease is valid, and its host's last snapshot contains it or is older than its registration. */
    ACTIVE,
    /** Its host's lease has expired, and no heartbeat has come since. */
    STALE,
    /** It no longer runs; only a new registration reactivates it. */
    RETIRED
}
