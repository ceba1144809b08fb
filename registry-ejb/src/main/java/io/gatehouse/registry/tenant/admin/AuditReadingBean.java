package io.gatehouse.registry.tenant.admin;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.admin.AuditEventView;
import io.gatehouse.contract.admin.AuditReading;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.audit.AuditVerification;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.domain.audit.AuditEvent;
import io.gatehouse.domain.organization.Organization;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and verifies the audit trails within the administrator's scope. */
@Stateless
@Local(AuditReading.class)
public class AuditReadingBean implements AuditReading {

    private AdminScopes adminScopes;
    private AuditSearchStore store;
    private AuditTrail trail;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public AuditReadingBean() {}

    @Inject
    public AuditReadingBean(AdminScopes adminScopes, AuditSearchStore store, AuditTrail trail) {
        this.adminScopes = adminScopes;
        this.store = store;
        this.trail = trail;
    }

    @Override
    public Optional<Page<AuditEventView>> search(Administrator administrator, Filter filter, PageRequest page) {
        return adminScopes
                .within(adminScopes.of(administrator), filter.organization())
                .map(scope -> store.events()
                        .within(scope)
                        .equal("actor", filter.actor())
                        .equal("action", filter.action())
                        .equal("subject", filter.subject())
                        .since("occurredAt", filter.since())
                        .page(page, AuditEvent::id, Views::of));
    }

    @Override
    public Optional<AuditVerification> verify(Administrator administrator, @Nullable String organization) {
        return chain(administrator, organization).map(trail::verify);
    }

    private Optional<UUID> chain(Administrator administrator, @Nullable String organization) {
        AdminScope scope = adminScopes.of(administrator);
        if (organization == null) {
            return scope.isEverything() ? Optional.of(AuditEvent.DEPLOYMENT) : Optional.empty();
        }
        return adminScopes.organization(scope, organization).map(Organization::id);
    }
}
