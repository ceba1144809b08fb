package io.gatehouse.install.metric;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** How much waits. Each look is one in an index. */
@Dependent
public class BacklogStore {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** For the container. */
    @Inject
    @SuppressWarnings("NullAway.Init")
    BacklogStore() {}

    public BacklogStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    long toWorkOff() {
        return count("inbound_message where due_at is not null");
    }

    long toSend() {
        return count("outbound_message where due_at is not null");
    }

    long dead() {
        return count("outbound_message where state = 'DEAD'");
    }

    private long count(String where) {
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from " + where)
                        .getSingleResult())
                .longValue();
    }
}
