package io.gatehouse.contract.message;

import java.util.UUID;

/**
 * The origin of a routed chat message.
 *
 * @param installedAgentId the user's instance of the template that the receiver serves
 * @param organizationId the organization of that instance
 */
public record ChatOrigin(UUID installedAgentId, UUID organizationId) {}
