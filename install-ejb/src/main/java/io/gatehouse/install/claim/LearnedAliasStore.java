package io.gatehouse.install.claim;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.domain.identity.Identity;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Identities that a user got by claims and by a YES, to be let go together. Reads only: links end through the registry. */
@Dependent
public class LearnedAliasStore {

    private final EntityManager entityManager;

    @Inject
    public LearnedAliasStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The account itself, and what was learned for the user since. */
    List<UUID> learnedWith(UserId user, String accountKey, Instant since) {
        return entityManager
                .createQuery("""
                        select i.id from Identity i, Member m
                        where i.memberId = m.id and m.userId = :user and i.verifiedAt >= :since
                          and (i.activeKey = :account or (i.activeKey is not null and i.source = :alias))""", UUID.class)
                .setParameter("user", user.value())
                .setParameter("since", since)
                .setParameter("account", accountKey)
                .setParameter("alias", LinkSource.ALIAS)
                .getResultList();
    }

    /** The user's typed account in one of these namespaces that said YES last, between these times. */
    Optional<Identity> typed(UserId user, Set<Namespace> namespaces, Instant since, Instant until) {
        return entityManager
                .createQuery("""
                        select i from Identity i, Member m
                        where i.memberId = m.id and m.userId = :user and i.activeKey is not null
                          and i.source = :form and i.namespace in :namespaces
                          and i.verifiedAt >= :since and i.verifiedAt <= :until
                        order by i.verifiedAt desc""", Identity.class)
                .setParameter("user", user.value())
                .setParameter("form", LinkSource.FORM)
                .setParameter("namespaces", namespaces)
                .setParameter("since", since)
                .setParameter("until", until)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
