package io.gatehouse.registry.admin;

import io.gatehouse.domain.audit.AuditEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Reads audit trails for administrators; changes nothing. */
@ApplicationScoped
class AuditSearchStore {

    @Inject
    EntityManager entities;

    Listing<AuditEvent> events() {
        return new Listing<>("AuditEvent", jpql -> entities.createQuery(jpql, AuditEvent.class));
    }
}
