package io.gatehouse.install.agent;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a user's installs go. While it is held, it is locked: installs, claims and removals of one user queue up.
 *
 * @param ownerEmail to be masked before anyone but the owner sees it; null where nobody vouches for one
 */
public record PersonalOrganization(
        UUID id, String slug, @Nullable String ownerEmail) {}
