package io.gatehouse.contract.registry;

/** Why a caller may not act for a host. */
public sealed interface HostRefusal
        extends RegistrationResult, RevocationResult, HeartbeatResult, SnapshotResult, DirectoryResult {

    /** The credential belongs to another host. Does not reveal whether the named host exists. */
    record HostMismatch() implements HostRefusal {}

    /** The host does not exist, or belongs to another organization. */
    record UnknownHost() implements HostRefusal {}
}
