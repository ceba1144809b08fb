package io.gatehouse.registry.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Messages that were begun; the unique pair of agent and transaction id decides who is first. */
@ApplicationScoped
class SendStore {

    @Inject
    EntityManager entities;

    /** False if the transaction id is taken; waits for a transaction that is about to take it. */
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

    /** How many went that were begun before that time, in local rooms too. */
    int deleteBefore(Instant time) {
        return delete("delete from message_send where created_at < ?1", time)
                + delete("delete from room_event where sent_at < ?1", time);
    }

    private int delete(String statement, Instant time) {
        return entities.createNativeQuery(statement)
                .setParameter(1, time.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
