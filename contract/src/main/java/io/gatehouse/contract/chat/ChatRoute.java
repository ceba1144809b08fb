package io.gatehouse.contract.chat;

import java.util.UUID;

/** The agent that an account's messages go to. */
public record ChatRoute(UUID agentId, UUID organizationId) {}
