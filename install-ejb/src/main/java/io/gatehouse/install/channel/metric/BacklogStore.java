package io.gatehouse.install.channel.metric;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** The sizes of the queues. Each query is answered by an index. */
@Dependent
public class BacklogStore {

    private final EntityManager entityManager;

    @Inject
    public BacklogStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    long toProcess() {
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
