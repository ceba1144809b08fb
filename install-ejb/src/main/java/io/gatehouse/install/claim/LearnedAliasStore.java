package io.gatehouse.install.claim;

import io.gatehouse.domain.identity.Identity;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Identities that a user got by claims and by a YES, to be let go together. Reads only: links end through the registry. */
@Dependent
public class LearnedAliasStore {

    private final EntityManager entityManager;

    @Inject
    public LearnedAliasStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A link that stands, or has ended. */
    Optional<Identity> find(UUID identityId) {
        return Optional.ofNullable(entityManager.find(Identity.class, identityId))
                .map(identity -> {
                    entityManager.detach(identity);
                    return identity;
                });
    }

    /** The link itself, and what came with it, as far as it is active and the voucher speaks for it. */
    List<UUID> cameWith(UUID root, Voucher voucher) {
        return entityManager
                .createQuery("""
                        select i.id, i.provedBy from Identity i
                        where (i.id = :root or i.cameWith = :root) and i.activeKey is not null
                        order by i.id""", Object[].class)
                .setParameter("root", root)
                .getResultStream()
                .filter(row -> voucher.speaksFor((UUID) row[1]))
                .map(row -> (UUID) row[0])
                .toList();
    }
}
