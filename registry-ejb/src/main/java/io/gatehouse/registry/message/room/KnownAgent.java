package io.gatehouse.registry.message.room;

import java.util.UUID;

/** The properties of a registered agent that never change. */
public record KnownAgent(UUID id, UUID organizationId, String userId, String host) {}
