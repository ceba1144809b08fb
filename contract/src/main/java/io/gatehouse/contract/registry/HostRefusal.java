package io.gatehouse.contract.registry;

/** Why a caller may not speak for a host. */
public sealed interface HostRefusal
        extends RegistrationResult, RevocationResult, HeartbeatResult, SnapshotResult, DirectoryResult {

    /** The credential is another host's. Says nothing about whether there is a host of that name. */
    record HostMismatch() implements HostRefusal {}

    /** There is no such host, or it is another organization's. */
    record UnknownHost() implements HostRefusal {}
}
