package io.gatehouse.registry.admin;

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

/** The audit trails within reach. */
@Stateless
@Local(AuditReading.class)
public class AuditReadingBean implements AuditReading {

    private AdminScopes reaches;
    private AuditSearchStore store;
    private AuditTrail trail;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public AuditReadingBean() {}

    @Inject
    public AuditReadingBean(AdminScopes reaches, AuditSearchStore store, AuditTrail trail) {
        this.reaches = reaches;
        this.store = store;
        this.trail = trail;
    }

    @Override
    public Optional<Page<AuditEventView>> search(Administrator administrator, Filter filter, PageRequest page) {
        return reaches.within(reaches.of(administrator), filter.organization()).map(reach -> store.events()
                .within(reach)
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
        AdminScope reach = reaches.of(administrator);
        if (organization == null) {
            return reach.isEverything() ? Optional.of(AuditEvent.DEPLOYMENT) : Optional.empty();
        }
        return reaches.organization(reach, organization).map(Organization::id);
    }
}
