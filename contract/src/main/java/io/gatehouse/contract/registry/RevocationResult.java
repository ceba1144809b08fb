package io.gatehouse.contract.registry;

/** What became of a revocation. */
public sealed interface RevocationResult permits RevocationResult.Revoked, HostRefusal {

    /** @param tokens how many were not revoked before */
    record Revoked(int tokens) implements RevocationResult {}
}
