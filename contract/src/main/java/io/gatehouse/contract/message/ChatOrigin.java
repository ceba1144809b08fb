package io.gatehouse.contract.message;

import java.util.UUID;

/**
 * Where a routed chat message belongs.
 *
 * @param installedAgentId the user's own instance of the template that the receiver serves
 * @param organizationId whose it is
 */
public record ChatOrigin(UUID installedAgentId, UUID organizationId) {}
