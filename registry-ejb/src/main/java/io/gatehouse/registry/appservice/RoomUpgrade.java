package io.gatehouse.registry.appservice;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.registry.homeserver.Succession;
import java.util.UUID;

/**
 * That an agent is to follow a room into another one.
 *
 * @param attempts how often it was tried, this time included
 */
public record RoomUpgrade(UUID agentId, AgentUserId user, Succession rooms, int attempts) {}
