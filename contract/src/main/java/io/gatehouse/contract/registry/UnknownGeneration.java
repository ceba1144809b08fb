package io.gatehouse.contract.registry;

/**
 * No registration on the host has that generation yet.
 *
 * @param latest the last one's
 */
public record UnknownGeneration(long latest) implements HeartbeatResult, SnapshotResult {}
