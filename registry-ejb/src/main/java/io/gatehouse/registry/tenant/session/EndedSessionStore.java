package io.gatehouse.registry.tenant.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Ended sessions by id. */
@Dependent
class EndedSessionStore {

    private final EntityManager entities;

    @Inject
    EndedSessionStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Does nothing if the session was ended before: the unique id decides. */
    void insert(UUID sessionId, Instant expiresAt) {
        entities.createNativeQuery(
                        "insert into ended_session (session_id, expires_at) values (?1, ?2) on conflict do nothing")
                .setParameter(1, sessionId)
                .setParameter(2, expiresAt.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    List<UUID> among(List<UUID> sessionIds) {
        return entities.createQuery("select e.sessionId from EndedSession e where e.sessionId in :ids", UUID.class)
                .setParameter("ids", sessionIds)
                .getResultList();
    }
}
