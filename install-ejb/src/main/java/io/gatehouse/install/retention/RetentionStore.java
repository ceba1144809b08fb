package io.gatehouse.install.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Removes rows by their age. */
@Dependent
public class RetentionStore {

    private final EntityManager entityManager;

    @Inject
    public RetentionStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** How many answered messages from before that time went; at most the limit. */
    public int forgetExchangesBefore(Instant time, int limit) {
        List<UUID> ids = entityManager
                .createQuery("select e.id from ChatExchange e where e.receivedAt < :time", UUID.class)
                .setParameter("time", time)
                .setMaxResults(limit)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : entityManager
                        .createQuery("delete from ChatExchange e where e.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    /**
     * How many questions went whose token has expired: a late YES to them is a word like any other. One that was turned down
     * stays until that is as long ago.
     */
    public int forgetQuestionsBefore(Instant time) {
        return entityManager
                .createQuery("delete from PendingClaim p where p.tokenExpiresAt < :time"
                        + " and (p.declinedAt is null or p.declinedAt < :time)")
                .setParameter("time", time)
                .executeUpdate();
    }

    /** How many messages went that came in before that time, and are worked off; at most the limit. */
    public int forgetInboundBefore(Instant time, int limit) {
        return delete(
                "inbound_message where position in (select position from inbound_message"
                        + " where received_at < ?1 and done_at is not null order by position fetch first " + limit
                        + " rows only)",
                time);
    }

    /** How many messages went that were sent before that time; at most the limit. Dead letters stay. */
    public int forgetOutboundBefore(Instant time, int limit) {
        return delete(
                "outbound_message where position in (select position from outbound_message"
                        + " where created_at < ?1 and state = 'SENT' order by position fetch first " + limit
                        + " rows only)",
                time);
    }

    public void forgetSentTextsBefore(Instant time) {
        entityManager
                .createNativeQuery("update outbound_message set content = null"
                        + " where finished_at < ?1 and state = 'SENT' and content is not null")
                .setParameter(1, time.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private int delete(String from, Instant time) {
        return entityManager
                .createNativeQuery("delete from " + from)
                .setParameter(1, time.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
