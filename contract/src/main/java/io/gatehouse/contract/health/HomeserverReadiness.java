package io.gatehouse.contract.health;

/** Whether the homeserver is there and knows Gatehouse; where none is configured, nothing is missing. */
public interface HomeserverReadiness {

    /** What was found a few seconds ago. Asks nobody and waits for nothing. */
    Readiness check();
}
