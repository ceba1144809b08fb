package io.gatehouse.registry.tenant.admin;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.admin.HostAdministration;
import io.gatehouse.contract.admin.HostCreation;
import io.gatehouse.contract.admin.HostCreation.Created;
import io.gatehouse.contract.admin.HostCreation.NameTaken;
import io.gatehouse.contract.admin.HostCreation.OrganizationMissing;
import io.gatehouse.contract.admin.HostCreation.PersonalOrganization;
import io.gatehouse.contract.admin.HostCreation.UnknownOrganization;
import io.gatehouse.contract.admin.HostView;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import io.gatehouse.registry.agent.host.Hosts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Administers hosts within the administrator's scope. Host names are unique in the deployment, so the owner of a
 * personal organization may not create one.
 */
@ApplicationScoped
@RetriedTransaction
public class HostAdministrationBean implements HostAdministration {

    private AdminScopes adminScopes;
    private ManagedHostStore store;
    private Hosts hosts;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public HostAdministrationBean() {}

    @Inject
    public HostAdministrationBean(AdminScopes adminScopes, ManagedHostStore store, Hosts hosts) {
        this.adminScopes = adminScopes;
        this.store = store;
        this.hosts = hosts;
    }

    @Override
    public Optional<Page<HostView>> list(
            Administrator administrator, @Nullable String organization, @Nullable String name, PageRequest page) {
        return adminScopes
                .within(adminScopes.of(administrator), organization)
                .map(scope -> store.hosts().within(scope).equal("name", name).page(page, Host::id, Views::of));
    }

    @Override
    public Optional<HostView> find(Administrator administrator, UUID hostId) {
        return store.find(adminScopes.of(administrator), hostId).map(Views::of);
    }

    @Override
    public HostCreation create(Administrator administrator, String name, @Nullable String organization) {
        if (organization == null) {
            return administrator.ofDeployment()
                    ? create(administrator, name, hosts.operatorOrganization())
                    : new OrganizationMissing();
        }
        Optional<Organization> found = adminScopes
                .organization(adminScopes.of(administrator), organization)
                .filter(any -> !any.isArchived());
        if (found.isEmpty()) {
            return new UnknownOrganization();
        }
        return found.get().isPersonal() && !administrator.ofDeployment()
                ? new PersonalOrganization()
                : create(administrator, name, found.get().id());
    }

    private HostCreation create(Administrator administrator, String name, UUID organizationId) {
        Optional<Host> created = hosts.create(organizationId, name);
        created.ifPresent(host -> hosts.recordCreated(host, administrator.actor()));
        return created.<HostCreation>map(host -> new Created(Views.of(host))).orElseGet(NameTaken::new);
    }
}
