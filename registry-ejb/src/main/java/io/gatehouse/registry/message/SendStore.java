package io.gatehouse.registry.message;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Sends that have begun. The unique pair of agent and transaction id decides which of concurrent calls is first. */
@Dependent
class SendStore {

    private final EntityManager entities;

    @Inject
    SendStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Returns false if the transaction id is taken. Blocks while another transaction is inserting it. */
    boolean insert(UUID id, UUID agentId, String transactionId, byte[] fingerprint, Instant now) {
        return entities.createNativeQuery("insert into message_send (id, agent_id, txn_id, fingerprint, created_at)"
                                + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                        .setParameter(1, id)
                        .setParameter(2, agentId)
                        .setParameter(3, transactionId)
                        .setParameter(4, fingerprint)
                        .setParameter(5, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    SendRecord find(UUID agentId, String transactionId) {
        Object[] row = (Object[]) entities.createNativeQuery("select cast(id as varchar(36)), fingerprint, event_id"
                        + " from message_send where agent_id = ?1 and txn_id = ?2")
                .setParameter(1, agentId)
                .setParameter(2, transactionId)
                .getSingleResult();
        return new SendRecord(UUID.fromString((String) row[0]), (byte[]) row[1], (String) row[2]);
    }

    void finish(UUID id, String eventId) {
        entities.createNativeQuery("update message_send set event_id = ?1 where id = ?2 and event_id is null")
                .setParameter(1, eventId)
                .setParameter(2, id)
                .executeUpdate();
    }
}
