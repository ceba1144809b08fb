package io.gatehouse.contract.registry;

/** Who serves a template now, or why that did not change. */
public sealed interface ServingResult {

    record ServedBy(ServingAgent agent) implements ServingResult {}

    record ServedByNobody() implements ServingResult {}

    /** There is no such agent, or it is no template. */
    record UnknownTemplate() implements ServingResult {}

    /** There is no such agent that may serve this template: another tenant's is as unknown as none. */
    record UnknownAgent() implements ServingResult {}
}
