package io.gatehouse.registry.matrix.homeserver;

/**
 * States that a room is replaced by another.
 *
 * @param via a server that knows the new room; empty if unknown
 * @param wasThere whether the user is in the new room, or invited to it, for another reason: then it stays, whether or
 *     not the room is the successor
 */
public record Succession(String oldRoom, String newRoom, String via, boolean wasThere) {}
