package io.gatehouse.registry.tenant.idempotency;

import io.gatehouse.domain.idempotency.IdempotencyRecord;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * Records of idempotency keys. Every change is one guarded statement; the unique pair of caller and key decides which
 * of concurrent calls is first.
 */
@Dependent
class IdempotencyStore {

    private final EntityManager entities;

    @Inject
    IdempotencyStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Returns false if the caller's key is taken. Blocks while another transaction is inserting it. */
    boolean insert(UUID id, String caller, String key, byte[] fingerprint, Instant now, Instant lockedUntil) {
        return entities.createNativeQuery("insert into idempotency_record"
                                + " (id, caller, idempotency_key, fingerprint, created_at, locked_until)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing")
                        .setParameter(1, id)
                        .setParameter(2, caller)
                        .setParameter(3, key)
                        .setParameter(4, fingerprint)
                        .setParameter(5, now.atOffset(ZoneOffset.UTC))
                        .setParameter(6, lockedUntil.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    Optional<IdempotencyRecord> find(String caller, String key) {
        Optional<IdempotencyRecord> record = entities.createQuery(
                        "select r from IdempotencyRecord r where r.caller = :caller and r.idempotencyKey = :key",
                        IdempotencyRecord.class)
                .setParameter("caller", caller)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
        record.ifPresent(entities::detach);
        return record;
    }

    /** Returns false if the call has finished by now, or another call took it over. */
    boolean takeOver(UUID id, Instant now, Instant lockedUntil) {
        return entities.createQuery("update IdempotencyRecord r set r.lockedUntil = :until"
                                + " where r.id = :id and r.status is null and r.lockedUntil <= :now")
                        .setParameter("until", lockedUntil)
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Does nothing if there is an answer already: the first one stays. */
    void answer(UUID id, int status, byte[] sealedAnswer) {
        entities.createQuery("update IdempotencyRecord r set r.status = :status, r.sealedAnswer = :answer"
                        + " where r.id = :id and r.status is null")
                .setParameter("status", status)
                .setParameter("answer", sealedAnswer)
                .setParameter("id", id)
                .executeUpdate();
    }

    void deleteUnanswered(UUID id) {
        delete("delete from IdempotencyRecord r where r.id = :id and r.status is null", id);
    }

    void delete(UUID id) {
        delete("delete from IdempotencyRecord r where r.id = :id", id);
    }

    private void delete(String statement, UUID id) {
        entities.createQuery(statement).setParameter("id", id).executeUpdate();
    }
}
