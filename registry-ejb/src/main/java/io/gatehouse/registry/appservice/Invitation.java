package io.gatehouse.registry.appservice;

import io.gatehouse.contract.registry.AgentUserId;
import java.util.UUID;

/**
 * That an agent was invited to a room and has not come yet.
 *
 * @param attempts how often it was tried, this time included
 */
public record Invitation(UUID id, AgentUserId user, String roomId, int attempts) {}
