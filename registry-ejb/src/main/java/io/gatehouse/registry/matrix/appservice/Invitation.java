package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.contract.registry.AgentUserId;
import java.util.UUID;

/**
 * An invitation of an agent to a room that the agent has not joined yet.
 *
 * @param attempts the number of attempts, including this one
 */
public record Invitation(UUID id, AgentUserId user, String roomId, int attempts) {}
