package io.gatehouse.install.catalog.agent;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The organization that a user's agents are installed in. Its row is locked as long as the transaction lasts: installs,
 * claims and removals of one user run one after another.
 *
 * @param ownerEmail must be masked before anyone but the owner sees it; null if there is no verified address
 */
public record PersonalOrganization(
        UUID id, String slug, @Nullable String ownerEmail) {}
