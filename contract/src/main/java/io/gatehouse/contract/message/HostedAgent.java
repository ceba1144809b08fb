package io.gatehouse.contract.message;

import java.util.UUID;

/**
 * A registered agent, its organization and its host.
 *
 * @param organizationId the agent's organization
 * @param host the name of the host that it runs on
 */
public record HostedAgent(AgentSender speaker, UUID organizationId, String host) {}
