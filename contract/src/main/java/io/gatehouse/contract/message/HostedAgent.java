package io.gatehouse.contract.message;

import java.util.UUID;

/**
 * A registered agent, and where it belongs.
 *
 * @param organizationId whose it is
 * @param host the name of the host that it runs on
 */
public record HostedAgent(AgentSender speaker, UUID organizationId, String host) {}
