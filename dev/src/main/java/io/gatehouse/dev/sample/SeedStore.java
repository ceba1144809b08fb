package io.gatehouse.dev.sample;

import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.agent.BlueprintItem;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Writes development data. The one place outside the registry that makes an organization. */
@Dependent
public class SeedStore {

    private final EntityManager entityManager;

    @Inject
    public SeedStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** True for the one node that makes it: the unique slug decides, and the others wait for its transaction. */
    boolean addPublisher(UUID id, String slug, String name, Instant now) {
        return entityManager
                        .createNativeQuery("""
                                insert into organization (id, slug, name, visibility, created_at, version)
                                values (?1, ?2, ?3, 'PUBLIC', ?4, 1)
                                on conflict do nothing""")
                        .setParameter(1, id)
                        .setParameter(2, slug)
                        .setParameter(3, name)
                        .setParameter(4, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** Written at once: the items that follow refer to it. */
    void add(Agent template) {
        entityManager.persist(template);
        entityManager.flush();
    }

    void add(BlueprintItem item) {
        entityManager.persist(item);
    }
}
