package io.gatehouse.domain.host;

/** Whether an agent runs. */
public enum BindingState {
    /** Its host's lease is alive and its host's last snapshot names it. */
    ACTIVE,
    /** Its host's lease ran out a while ago, and no heartbeat has come since. */
    STALE,
    /** It runs no more; only a new registration brings it back. */
    RETIRED
}
