package io.gatehouse.contract.registry;

/**
 * The host has no registration with that generation yet.
 *
 * @param latest generation of the last registration
 */
public record UnknownGeneration(long latest) implements HeartbeatResult, SnapshotResult {}
