package io.gatehouse.registry.admin;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Role;
import io.gatehouse.kernel.id.Uuids;
import io.gatehouse.registry.organization.OrganizationStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells how far administrators reach. Asked anew at each call, so that a change of roles counts at once. */
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

    /** The organization of that id or slug; empty where there is none within reach. */
    Optional<Organization> organization(AdminScope reach, String idOrSlug) {
        return Uuids.parse(idOrSlug)
                .flatMap(organizations::find)
                .or(() -> organizations.findBySlug(idOrSlug))
                .filter(organization -> reach.covers(organization.id()));
    }

    /** The reach within that organization; the whole of it where none is named; empty where it is none within reach. */
    Optional<AdminScope> within(AdminScope reach, @Nullable String idOrSlug) {
        return idOrSlug == null
                ? Optional.of(reach)
                : organization(reach, idOrSlug).map(organization -> new AdminScope(false, Set.of(organization.id())));
    }
}
