package io.gatehouse.contract.message;

import io.gatehouse.contract.registry.AgentUserId;
import java.util.UUID;

/**
 * A registered agent that a call speaks or reads for.
 *
 * @param host the name of the host that it runs on
 */
public record Speaker(UUID agentId, AgentUserId userId, String host) {}
