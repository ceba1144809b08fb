package io.gatehouse.registry.matrix.appservice;

/** CDI event: an agent was invited to a room, or is to follow its room there. */
record Invited(String roomId) {}
