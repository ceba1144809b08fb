package io.gatehouse.install.agent;

import io.gatehouse.domain.agent.BlueprintItem;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Blueprint items of an organization: its own and those that templates manage. */
@Dependent
public class BlueprintStore {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** For the container. */
    @Inject
    @SuppressWarnings("NullAway.Init")
    BlueprintStore() {}

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

    /** Writes what was changed now, so that a race with the user's own items shows here. */
    void flush() {
        entityManager.flush();
    }
}
