package io.gatehouse.registry.homeserver;

/**
 * That a room is said to go on in another one.
 *
 * @param via a server that knows the new room; empty where nobody says
 * @param wasThere whether the user is in the new room, or is invited there, for another reason: then it stays, whatever the room
 *     turns out to be
 */
public record Succession(String oldRoom, String newRoom, String via, boolean wasThere) {}
