package io.gatehouse.registry.tenant.identity;

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
 * Identities. Every change is one guarded statement that reports whether it took effect: the unique active key and the
 * guards decide races, and a lost race does not fail the caller's transaction. Entities that are read are detached.
 */
@Dependent
class IdentityStore {

    private static final String ACTIVE_OR_PENDING = "(i.activeKey is not null or i.pendingKey is not null)";
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

    /** Finds an active or pending link. */
    Optional<ActiveLink> find(UUID identityId) {
        return link(entities.createQuery(LINK + "i.id = :id and " + ACTIVE_OR_PENDING, Object[].class)
                .setParameter("id", identityId));
    }

    /** Returns the user's pending link of an account. */
    Optional<ActiveLink> findPending(String key, UserId user) {
        return link(entities.createQuery(LINK + "i.pendingKey = :key and m.userId = :user", Object[].class)
                .setParameter("key", key)
                .setParameter("user", user.value()));
    }

    /** Returns all users' pending links of an account, ordered by id. */
    List<ActiveLink> pending(String key) {
        return entities.createQuery(LINK + "i.pendingKey = :key order by i.id", Object[].class)
                .setParameter("key", key)
                .getResultStream()
                .map(this::link)
                .toList();
    }

    /**
     * Returns active and pending identities, newest link first; only those after the position in this order, if one is
     * given.
     */
    List<Identity> of(UserId user, @Nullable ListPosition before, int limit) {
        String condition =
                before == null ? "" : " and (i.linkedAt < :linkedAt or (i.linkedAt = :linkedAt and i.id < :id))";
        TypedQuery<Identity> query = entities.createQuery(
                        "select i from Identity i, Member m where m.id = i.memberId and m.userId = :user" + " and "
                                + ACTIVE_OR_PENDING + condition + " order by i.linkedAt desc, i.id desc",
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
     * Inserts a link, active if it is verified, otherwise pending. Returns false if the active key is taken or the user
     * has a pending link. Blocks while another transaction is inserting one.
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
     * Makes a pending link active. Returns false if it is no longer pending, or the account is active for another user.
     * If the account becomes active concurrently, the update violates the unique key; the caller should retry.
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

    /** Binds ids as text, because the driver cannot determine the type of a null. */
    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    /** Returns false if the link ended before. */
    boolean unlink(UUID identityId, UnlinkReason reason, Instant now) {
        return end(identityId, reason, now, ACTIVE_OR_PENDING);
    }

    /** Returns false if the link ended before, or is active by now. */
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
