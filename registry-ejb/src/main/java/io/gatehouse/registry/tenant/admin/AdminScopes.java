package io.gatehouse.registry.tenant.admin;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Role;
import io.gatehouse.kernel.id.Uuids;
import io.gatehouse.registry.tenant.organization.OrganizationStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Determines which organizations an administrator may administer. Read on each call, so that a changed role takes
 * effect at once.
 */
@Dependent
class AdminScopes {

    private static final Set<Role> ADMINISTERING = Set.of(Role.OWNER, Role.ADMIN);

    private final OrganizationStore organizations;

    @Inject
    AdminScopes(OrganizationStore organizations) {
        this.organizations = organizations;
    }

    AdminScope of(Administrator administrator) {
        if (administrator.ofDeployment()) {
            return AdminScope.everything();
        }
        return new AdminScope(
                false,
                organizations.membershipsOf(administrator.user()).stream()
                        .filter(membership ->
                                ADMINISTERING.contains(membership.member().role()))
                        .map(membership -> membership.organization().id())
                        .collect(Collectors.toSet()));
    }

    /** Returns the organization with this id or slug; empty if it does not exist or the scope does not cover it. */
    Optional<Organization> organization(AdminScope scope, String idOrSlug) {
        return Uuids.parse(idOrSlug)
                .flatMap(organizations::find)
                .or(() -> organizations.findBySlug(idOrSlug))
                .filter(organization -> scope.covers(organization.id()));
    }

    /**
     * Narrows the scope to an organization, or returns it unchanged if {@code idOrSlug} is null; empty if the scope
     * does not cover the organization.
     */
    Optional<AdminScope> within(AdminScope scope, @Nullable String idOrSlug) {
        return idOrSlug == null
                ? Optional.of(scope)
                : organization(scope, idOrSlug).map(organization -> new AdminScope(false, Set.of(organization.id())));
    }
}
