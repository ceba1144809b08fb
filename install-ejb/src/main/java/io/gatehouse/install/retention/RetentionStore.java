package io.gatehouse.install.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Removes rows by their age. */
@Dependent
public class RetentionStore {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** For the container. */
    @Inject
    @SuppressWarnings("NullAway.Init")
    RetentionStore() {}

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

    /** How many questions went whose token has expired: a late YES to them is a word like any other. */
    public int forgetQuestionsBefore(Instant time) {
        return entityManager
                .createQuery("delete from PendingClaim p where p.tokenExpiresAt < :time")
                .setParameter("time", time)
                .executeUpdate();
    }
}
