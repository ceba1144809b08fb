package io.gatehouse.contract.health;

/** Whether a part can serve. */
public sealed interface Readiness {

    record Up() implements Readiness {}

    /** @param why one line for the operator, without secrets */
    record Down(String why) implements Readiness {}
}
