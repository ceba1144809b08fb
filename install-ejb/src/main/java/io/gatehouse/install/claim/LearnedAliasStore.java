package io.gatehouse.install.claim;

import io.gatehouse.domain.identity.Identity;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Identities that were linked by one claim or YES and are ended together. Reads only: the registry ends links. */
@Dependent
public class LearnedAliasStore {

    private final EntityManager entityManager;

    @Inject
    public LearnedAliasStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Returns a link, active or ended. */
    Optional<Identity> find(UUID identityId) {
        return Optional.ofNullable(entityManager.find(Identity.class, identityId))
                .map(identity -> {
                    entityManager.detach(identity);
                    return identity;
                });
    }

    /**
     * Returns the active identities that were linked with the root, and the root itself, as far as the authority covers
     * them.
     */
    List<UUID> cameWith(UUID root, LinkAuthority authority) {
        return entityManager
                .createQuery("""
                        select i.id, i.provedBy from Identity i
                        where (i.id = :root or i.cameWith = :root) and i.activeKey is not null
                        order by i.id""", Object[].class)
                .setParameter("root", root)
                .getResultStream()
                .filter(row -> authority.covers((UUID) row[1]))
                .map(row -> (UUID) row[0])
                .toList();
    }
}
