package io.gatehouse.registry.tenant.audit;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.audit.AuditVerification;
import io.gatehouse.contract.audit.AuditVerification.Broken;
import io.gatehouse.contract.audit.AuditVerification.Fault;
import io.gatehouse.domain.audit.AuditEvent;
import io.gatehouse.domain.audit.AuditHead;
import io.gatehouse.kernel.id.Ids;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps one hash chain per organization. The lock of its head serializes appends. */
@Stateless
@Local(AuditTrail.class)
public class AuditTrailBean implements AuditTrail {

    private static final int PAGE = 500;

    private AuditStore store;
    private Ids ids;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public AuditTrailBean() {}

    @Inject
    public AuditTrailBean(AuditStore store, Ids ids, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void append(AuditEntry entry) {
        AuditHead head = store.lockHead(Objects.requireNonNullElse(entry.organizationId(), AuditEvent.DEPLOYMENT));
        AuditEvent event = new AuditEvent(ids.next(), head, entry, clock.instant());
        store.add(event);
        head.advance(event);
    }

    /** Locks the chain only while it reads what was appended during the unlocked pass. */
    @Override
    public AuditVerification verify(UUID organizationId) {
        ChainVerifier verifier = new ChainVerifier();
        Broken fault = verifyPages(organizationId, verifier);
        if (fault != null) {
            return fault;
        }
        AuditHead head = store.findHeadLocked(organizationId).orElse(null);
        fault = verifyPages(organizationId, verifier);
        if (fault != null) {
            return fault;
        }
        return store.eventsAfter(organizationId, head == null ? 0 : head.sequence(), 1).stream()
                .<AuditVerification>map(beyond -> new Broken(beyond.sequence(), beyond.id(), Fault.INSERTED))
                .findFirst()
                .orElseGet(() -> verifier.end(head));
    }

    private @Nullable Broken verifyPages(UUID organizationId, ChainVerifier verifier) {
        while (true) {
            List<AuditEvent> page = store.eventsAfter(organizationId, verifier.position(), PAGE);
            for (AuditEvent event : page) {
                Broken fault = verifier.next(event);
                if (fault != null) {
                    return fault;
                }
            }
            if (page.size() < PAGE) {
                return null;
            }
        }
    }
}
