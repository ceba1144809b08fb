package io.gatehouse.domain.host;

/** Whether an agent runs. */
public enum BindingState {
    /** Its host's lease is valid and its host's last snapshot contains it. */
    ACTIVE,
    /** Its host's lease has expired, and no heartbeat has come since. */
    STALE,
    /** It no longer runs; only a new registration reactivates it. */
    RETIRED
}
