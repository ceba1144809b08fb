package io.gatehouse.registry.agent.host;

import io.gatehouse.domain.host.BindingState;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Expired leases, and the turn to process them: of two nodes that take it at once, the guarded update lets one have it.
 */
@Dependent
class LeaseExpiryStore {

    private final EntityManager entities;

    @Inject
    LeaseExpiryStore(EntityManager entities) {
        this.entities = entities;
    }

    boolean takeTurn(Instant now, Instant end) {
        return entities.createNativeQuery("update sweep_turn set free_at = ?1 where id = 1 and free_at <= ?2")
                        .setParameter(1, end.atOffset(ZoneOffset.UTC))
                        .setParameter(2, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    boolean moveTurn(Instant end, Instant newEnd) {
        return entities.createNativeQuery("update sweep_turn set free_at = ?1 where id = 1 and free_at = ?2")
                        .setParameter(1, newEnd.atOffset(ZoneOffset.UTC))
                        .setParameter(2, end.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    List<String> expiredAfter(String name, Instant now, Instant staleEdge, int limit) {
        return entities.createQuery(
                        "select h.name from Host h where h.name > :name and h.leaseExpiresAt <= :now and exists"
                                + " (select b.id from Binding b where b.hostId = h.id and (b.state = :active"
                                + " or b.state = :stale and h.leaseExpiresAt <= :edge)) order by h.name",
                        String.class)
                .setParameter("name", name)
                .setParameter("now", now)
                .setParameter("active", BindingState.ACTIVE)
                .setParameter("stale", BindingState.STALE)
                .setParameter("edge", staleEdge)
                .setMaxResults(limit)
                .getResultList();
    }
}
