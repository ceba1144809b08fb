package io.gatehouse.install.catalog.agent;

import io.gatehouse.domain.agent.BlueprintItem;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Blueprint items of an organization: its own, and those that templates manage. */
@Dependent
public class BlueprintStore {

    private final EntityManager entityManager;

    @Inject
    public BlueprintStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    List<BlueprintItem> of(UUID organizationId) {
        return entityManager
                .createQuery("select b from BlueprintItem b where b.organizationId = :id", BlueprintItem.class)
                .setParameter("id", organizationId)
                .getResultList();
    }

    void add(BlueprintItem item) {
        entityManager.persist(item);
    }

    void remove(BlueprintItem item) {
        entityManager.remove(item);
    }

    /** Writes pending changes now, so that a conflict with items that the user adds concurrently fails here. */
    void flush() {
        entityManager.flush();
    }
}
