package io.gatehouse.contract.registry;

/** The result of a revocation. */
public sealed interface RevocationResult permits RevocationResult.Revoked, HostRefusal {

    /** @param tokens how many tokens were revoked by this call */
    record Revoked(int tokens) implements RevocationResult {}
}
