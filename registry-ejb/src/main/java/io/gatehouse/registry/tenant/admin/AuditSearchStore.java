package io.gatehouse.registry.tenant.admin;

import io.gatehouse.domain.audit.AuditEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Reads audit trails for administrators. Changes nothing. */
@Dependent
class AuditSearchStore {

    private final EntityManager entities;

    @Inject
    AuditSearchStore(EntityManager entities) {
        this.entities = entities;
    }

    Listing<AuditEvent> events() {
        return new Listing<>("AuditEvent", jpql -> entities.createQuery(jpql, AuditEvent.class));
    }
}
