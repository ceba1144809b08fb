package io.gatehouse.contract.health;

/**
 * Fired as a CDI event when this node first reaches the migrated database: whoever must have rows of their own there
 * observes it. Readiness waits for every observer, and asks all of them again if one throws; nodes that start at once
 * each fire it, so observers create only what is not there yet.
 */
public record DatabaseOpened() {}
