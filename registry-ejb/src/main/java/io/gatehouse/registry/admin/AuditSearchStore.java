package io.gatehouse.registry.admin;

import io.gatehouse.domain.audit.AuditEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Reads audit trails for administrators; changes nothing. */
@ApplicationScoped
class AuditSearchStore {

    @PersistenceContext(unitName = "gatehouse")
    EntityManager entities;

    Listing<AuditEvent> events() {
        return new Listing<>("AuditEvent", jpql -> entities.createQuery(jpql, AuditEvent.class));
    }
}
