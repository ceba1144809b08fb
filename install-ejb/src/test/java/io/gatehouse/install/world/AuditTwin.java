package io.gatehouse.install.world;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.audit.AuditVerification;
import io.gatehouse.domain.audit.AuditEvent;
import io.gatehouse.domain.audit.AuditHead;
import io.gatehouse.kernel.id.Ids;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;

/** Appends audit events like the registry, with the same lock. */
final class AuditTwin implements AuditTrail {

    private final EntityManager entityManager;
    private final Ids ids;
    private final InstantSource clock;

    AuditTwin(EntityManager entityManager, Ids ids, InstantSource clock) {
        this.entityManager = entityManager;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void append(AuditEntry entry) {
        UUID chain = Objects.requireNonNullElse(entry.organizationId(), AuditEvent.DEPLOYMENT);
        entityManager
                .createNativeQuery("insert into audit_head (organization_id, sequence, hash) values (?1, 0, ?2)"
                        + " on conflict do nothing")
                .setParameter(1, chain)
                .setParameter(2, AuditHead.genesis())
                .executeUpdate();
        AuditHead head = entityManager.find(AuditHead.class, chain, LockModeType.PESSIMISTIC_WRITE);
        AuditEvent event = new AuditEvent(ids.next(), head, entry, clock.instant());
        entityManager.persist(event);
        head.advance(event);
    }

    @Override
    public AuditVerification verify(UUID organizationId) {
        throw new UnsupportedOperationException("the registry's own tests verify chains");
    }
}
