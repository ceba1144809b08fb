package io.gatehouse.contract.registry;

/** What the registry says of an agent at the moment of being asked. */
public enum AgentStatus {
    /** Its host's lease is alive, and its host's last snapshot names it or is older than its registration. */
    ACTIVE,
    /** Its host's lease ran out a while ago, and no heartbeat has come since. */
    STALE,
    /** It runs no more; only a new registration brings it back. */
    RETIRED
}
