package io.gatehouse.install.claim;

import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.domain.claim.Claim;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Identities that a user got by claims, to be let go together. Reads only: links end through the registry. */
@Dependent
public class LearnedAliasStore {

    private final EntityManager entityManager;

    @Inject
    public LearnedAliasStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The account that claimed, and what was learned of it since. */
    List<UUID> learnedWith(Claim claim) {
        return entityManager
                .createQuery("""
                        select i.id from Identity i, Member m
                        where i.memberId = m.id and m.userId = :user and i.linkedAt >= :since
                          and (i.activeKey = :account or (i.activeKey is not null and i.source = :alias))""", UUID.class)
                .setParameter("user", claim.user().value())
                .setParameter("since", claim.claimedAt())
                .setParameter("account", claim.accountKey())
                .setParameter("alias", LinkSource.ALIAS)
                .getResultList();
    }
}
