package io.gatehouse.registry.tenant.admin;

import java.util.Set;
import java.util.UUID;

/**
 * The organizations that an administrator may administer.
 *
 * @param organizations ignored if {@code isEverything}
 */
record AdminScope(boolean isEverything, Set<UUID> organizations) {

    AdminScope {
        organizations = Set.copyOf(organizations);
    }

    static AdminScope everything() {
        return new AdminScope(true, Set.of());
    }

    boolean isNothing() {
        return !isEverything && organizations.isEmpty();
    }

    boolean covers(UUID organizationId) {
        return isEverything || organizations.contains(organizationId);
    }
}
