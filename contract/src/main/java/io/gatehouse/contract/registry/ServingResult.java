package io.gatehouse.contract.registry;

/** The agent that now serves a template, or why that did not change. */
public sealed interface ServingResult {

    record ServedBy(ServingAgent agent) implements ServingResult {}

    record ServedByNobody() implements ServingResult {}

    /** The agent does not exist or is not a template. */
    record UnknownTemplate() implements ServingResult {}

    /** No such agent may serve this template; agents of other tenants are treated as unknown. */
    record UnknownAgent() implements ServingResult {}
}
