package io.gatehouse.registry.agent.host;

import io.gatehouse.domain.host.Host;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Hosts by name. The unique name decides which of concurrent calls creates one. */
@Dependent
class HostStore {

    private final EntityManager entities;

    @Inject
    HostStore(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Host> find(String name) {
        return entities.createQuery("select h from Host h where h.name = :name", Host.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    /**
     * Locks the host until the transaction ends. The transaction must not have read the host before, because it would
     * get the state read then.
     */
    Optional<Host> findLocked(String name) {
        return entities
                .createQuery("select h from Host h where h.name = :name", Host.class)
                .setParameter("name", name)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    Optional<UUID> organizationOf(String name) {
        return entities
                .createQuery("select h.organizationId from Host h where h.name = :name", UUID.class)
                .setParameter("name", name)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Returns false if a host of that name exists. Blocks while another transaction is inserting it. */
    boolean insert(UUID id, UUID organizationId, String name, Instant now) {
        return entities.createNativeQuery("insert into host (id, organization_id, name, created_at, version)"
                                + " values (?1, ?2, ?3, ?4, 1) on conflict do nothing")
                        .setParameter(1, id)
                        .setParameter(2, organizationId)
                        .setParameter(3, name)
                        .setParameter(4, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }
}
