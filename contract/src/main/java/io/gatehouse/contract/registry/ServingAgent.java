package io.gatehouse.contract.registry;

import java.util.UUID;

/** A registered agent that serves a template. */
public record ServingAgent(UUID agentId, AgentUserId userId) {}
