package io.gatehouse.contract.health;

/**
 * CDI event, fired when this node first reaches the migrated database. Observers create rows that must exist. Readiness
 * waits for all observers, and the event is fired again if one throws. Nodes that start at once each fire it, so
 * observers create only what is missing.
 */
public record DatabaseOpened() {}
