package io.gatehouse.registry.tenant.audit;

import io.gatehouse.domain.audit.AuditEvent;
import io.gatehouse.domain.audit.AuditHead;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Events and chain heads. Only the holder of a head's lock appends to its chain. */
@Dependent
class AuditStore {

    private final EntityManager entities;

    @Inject
    AuditStore(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Returns the head of a chain, locked until the transaction ends. Of concurrent first appends, one inserts the
     * head.
     */
    AuditHead lockHead(UUID organizationId) {
        Optional<AuditHead> head = findHeadLocked(organizationId);
        if (head.isPresent()) {
            return head.get();
        }
        entities.createNativeQuery("insert into audit_head (organization_id, sequence, hash) values (?1, 0, ?2)"
                        + " on conflict do nothing")
                .setParameter(1, organizationId)
                .setParameter(2, AuditHead.genesis())
                .executeUpdate();
        return findHeadLocked(organizationId)
                .orElseThrow(() -> new IllegalStateException("the audit head of " + organizationId + " was removed"));
    }

    Optional<AuditHead> findHeadLocked(UUID organizationId) {
        return Optional.ofNullable(entities.find(AuditHead.class, organizationId, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(AuditEvent event) {
        entities.persist(event);
    }

    /** Returns the events after that sequence, in order, detached from the persistence context. */
    List<AuditEvent> eventsAfter(UUID organizationId, long sequence, int limit) {
        List<AuditEvent> events = entities.createQuery(
                        "select e from AuditEvent e where e.organizationId = :organization and e.sequence > :sequence"
                                + " order by e.sequence",
                        AuditEvent.class)
                .setParameter("organization", organizationId)
                .setParameter("sequence", sequence)
                .setMaxResults(limit)
                .getResultList();
        events.forEach(entities::detach);
        return events;
    }
}
