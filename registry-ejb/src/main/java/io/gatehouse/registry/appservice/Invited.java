package io.gatehouse.registry.appservice;

/** An agent was invited to a room. */
record Invited(String roomId) {}
