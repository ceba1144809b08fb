package io.gatehouse.contract.message;

import io.gatehouse.contract.registry.AgentUserId;
import java.util.UUID;

/** A registered agent that a call sends or reads for. */
public record AgentSender(UUID agentId, AgentUserId userId) {}
