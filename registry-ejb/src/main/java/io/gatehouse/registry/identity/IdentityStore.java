package io.gatehouse.registry.identity;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.LinkProof;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.domain.identity.Identity;
import io.gatehouse.domain.organization.Member;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Identities. Every change is one guarded statement, which says whether it took place: the unique active key and the
 * guards decide the races, and no lost race spoils the caller's transaction. What is read is detached.
 */
@Dependent
class IdentityStore {

    private static final String STANDS = "(i.activeKey is not null or i.pendingKey is not null)";
    private static final String LINK = "select i, m from Identity i, Member m where m.id = i.memberId and ";

    private final EntityManager entities;

    @Inject
    IdentityStore(EntityManager entities) {
        this.entities = entities;
    }

    Optional<ActiveLink> findActive(String activeKey) {
        return link(entities.createQuery(LINK + "i.activeKey = :key", Object[].class)
                .setParameter("key", activeKey));
    }

    /** Active or pending. */
    Optional<ActiveLink> find(UUID identityId) {
        return link(entities.createQuery(LINK + "i.id = :id and " + STANDS, Object[].class)
                .setParameter("id", identityId));
    }

    /** What one user has pending for an account. */
    Optional<ActiveLink> findPending(String key, UserId user) {
        return link(entities.createQuery(LINK + "i.pendingKey = :key and m.userId = :user", Object[].class)
                .setParameter("key", key)
                .setParameter("user", user.value()));
    }

    /** What all users have pending for an account, in one order for whoever asks. */
    List<ActiveLink> pending(String key) {
        return entities.createQuery(LINK + "i.pendingKey = :key order by i.id", Object[].class)
                .setParameter("key", key)
                .getResultStream()
                .map(this::link)
                .toList();
    }

    /** Active and pending ones, newest link first; only those before the position, where there is one. */
    List<Identity> of(UserId user, @Nullable ListPosition before, int limit) {
        String condition =
                before == null ? "" : " and (i.linkedAt < :linkedAt or (i.linkedAt = :linkedAt and i.id < :id))";
        TypedQuery<Identity> query = entities.createQuery(
                        "select i from Identity i, Member m where m.id = i.memberId and m.userId = :user" + " and "
                                + STANDS + condition + " order by i.linkedAt desc, i.id desc",
                        Identity.class)
                .setParameter("user", user.value())
                .setMaxResults(limit);
        if (before != null) {
            query.setParameter("linkedAt", before.linkedAt()).setParameter("id", before.id());
        }
        List<Identity> identities = query.getResultList();
        identities.forEach(entities::detach);
        return identities;
    }

    /**
     * A link that is active if it is verified, and pending if not. False if the active key is taken, or the user has one
     * pending; waits for a transaction that is about to take it.
     */
    boolean insert(UUID id, UUID memberId, PlatformAccount account, LinkProof proof, boolean verified, Instant now) {
        return entities.createNativeQuery(
                                "insert into identity (id, member_id, user_id, namespace, identifier, match_key, "
                                        + (verified ? "active_key" : "pending_key")
                                        + ", source, linked_at, verified_at, proved_by_organization_id, came_with_id, version)"
                                        + " values (?1, ?2, (select m.user_id from member m where m.id = ?2), ?3, ?4, ?5, ?6, ?7, ?8, "
                                        + (verified ? "?8" : "null")
                                        + ", cast(nullif(?9, '') as uuid), cast(nullif(?10, '') as uuid), 1)"
                                        + " on conflict do nothing")
                        .setParameter(1, id)
                        .setParameter(2, memberId)
                        .setParameter(3, account.namespace().wireName())
                        .setParameter(4, account.identifier())
                        .setParameter(5, account.matchKey())
                        .setParameter(6, account.activeKey())
                        .setParameter(7, proof.source().name())
                        .setParameter(8, now.atOffset(ZoneOffset.UTC))
                        .setParameter(9, text(verified ? proof.organizationId() : null))
                        .setParameter(10, text(proof.cameWith()))
                        .executeUpdate()
                == 1;
    }

    /**
     * A pending link is active from now on. False if it is not pending any more, or the account is active for somebody.
     * One that becomes so at the same moment is a unique violation, which is worth another try.
     */
    boolean confirm(UUID identityId, String key, @Nullable UUID organizationId, Instant now) {
        return entities.createNativeQuery(
                                "update identity set active_key = pending_key, pending_key = null, verified_at = ?2,"
                                        + " proved_by_organization_id = cast(nullif(?4, '') as uuid),"
                                        + " version = version + 1 where id = ?1 and pending_key is not null"
                                        + " and not exists (select 1 from identity other where other.active_key = ?3)")
                        .setParameter(1, identityId)
                        .setParameter(2, now.atOffset(ZoneOffset.UTC))
                        .setParameter(3, key)
                        .setParameter(4, text(organizationId))
                        .executeUpdate()
                == 1;
    }

    /** The driver cannot tell of which type a null is. */
    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    /** False if the link has ended before. */
    boolean unlink(UUID identityId, UnlinkReason reason, Instant now) {
        return end(identityId, reason, now, STANDS);
    }

    /** False if the link has ended before, or is active by now. */
    boolean unlinkPending(UUID identityId, UnlinkReason reason, Instant now) {
        return end(identityId, reason, now, "i.pendingKey is not null");
    }

    private boolean end(UUID identityId, UnlinkReason reason, Instant now, String guard) {
        return entities.createQuery(
                                "update Identity i set i.activeKey = null, i.pendingKey = null, i.unlinkedAt = :now,"
                                        + " i.unlinkReason = :reason, i.version = i.version + 1 where i.id = :id and "
                                        + guard)
                        .setParameter("now", now)
                        .setParameter("reason", reason)
                        .setParameter("id", identityId)
                        .executeUpdate()
                == 1;
    }

    private Optional<ActiveLink> link(TypedQuery<Object[]> query) {
        return query.getResultStream().findFirst().map(this::link);
    }

    private ActiveLink link(Object[] row) {
        entities.detach(row[0]);
        entities.detach(row[1]);
        return new ActiveLink((Identity) row[0], (Member) row[1]);
    }
}
