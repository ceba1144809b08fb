package io.gatehouse.contract.health;

/** Whether the homeserver answers and knows Gatehouse. Always up if no homeserver is configured. */
public interface HomeserverReadiness {

    /** Returns the result of a check a few seconds ago. Does not block. */
    Readiness check();
}
