package io.gatehouse.contract.message;

import io.gatehouse.contract.registry.AgentUserId;
import java.util.UUID;

/** A registered agent that a call speaks or reads for. */
public record AgentSender(UUID agentId, AgentUserId userId) {}
