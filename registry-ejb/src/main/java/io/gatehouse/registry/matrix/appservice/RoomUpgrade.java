package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.registry.matrix.homeserver.Succession;
import java.util.UUID;

/**
 * An agent is to follow a replaced room to another one.
 *
 * @param attempts the number of attempts, including this one
 */
public record RoomUpgrade(UUID agentId, AgentUserId user, Succession rooms, int attempts) {}
