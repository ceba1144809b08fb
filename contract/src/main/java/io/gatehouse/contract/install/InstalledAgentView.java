package io.gatehouse.contract.install;

import java.time.Instant;
import java.util.UUID;

/**
 * @param name the user's own name for it, otherwise the template's
 * @param templateSlug of the organization that publishes the template
 */
public record InstalledAgentView(
        UUID id, String name, UUID organizationId, UUID templateAgentId, String templateSlug, Instant installedAt) {}
