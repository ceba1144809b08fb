package io.gatehouse.registry.room;

import java.util.UUID;

/** What of a registered agent never changes. */
public record KnownAgent(UUID id, UUID organizationId, String userId, String host) {}
