package io.gatehouse.contract.chat;

import java.util.UUID;

/** Where an account's messages go. */
public record ChatRoute(UUID agentId, UUID organizationId) {}
