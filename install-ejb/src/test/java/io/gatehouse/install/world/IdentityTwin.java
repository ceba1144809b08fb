package io.gatehouse.install.world;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.LinkProof;
import io.gatehouse.contract.identity.LinkResult;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.domain.identity.Identity;
import io.gatehouse.domain.organization.Member;
import io.gatehouse.kernel.id.Ids;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links accounts like the registry: by guarded statements over the unique keys. */
final class IdentityTwin implements IdentityLinks {

    private final EntityManager entityManager;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;
    private final Runnable beforeLinking;

    IdentityTwin(EntityManager entityManager, AuditTrail audit, Ids ids, InstantSource clock, Runnable beforeLinking) {
        this.entityManager = entityManager;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.beforeLinking = beforeLinking;
    }

    @Override
    public Optional<LinkedAccount> find(PlatformAccount account) {
        return row(account).map(row -> {
            Identity identity = (Identity) row[0];
            Member member = (Member) row[1];
            return new LinkedAccount(
                    identity.id(),
                    member.user(),
                    member.verifiedEmail(),
                    identity.source(),
                    identity.linkedAt(),
                    identity.verifiedAt(),
                    identity.provedBy(),
                    identity.cameWith());
        });
    }

    @Override
    public boolean wouldConflict(UserId user, PlatformAccount account) {
        return find(account).filter(link -> !link.user().equals(user)).isPresent();
    }

    @Override
    public LinkResult link(UserId user, PlatformAccount account, LinkProof proof) {
        beforeLinking.run();
        List<Member> members = entityManager
                .createQuery("""
                        select m from Member m, Organization o
                        where m.organizationId = o.id and o.ownerUserId = :user and m.userId = :user
                          and o.archivedAt is null""", Member.class)
                .setParameter("user", user.value())
                .getResultList();
        if (members.isEmpty()) {
            return new LinkResult.NoMember();
        }
        return proof.source().isProof()
                ? activate(members.get(0), account, proof)
                : keepPending(members.get(0), account, proof);
    }

    private LinkResult activate(Member member, PlatformAccount account, LinkProof proof) {
        Optional<LinkedAccount> active = find(account);
        if (active.isPresent()) {
            return active.get().user().equals(member.user())
                    ? new LinkResult.AlreadyLinked(active.get().identityId())
                    : new LinkResult.Conflict();
        }
        Optional<UUID> pending = pending(member.user(), account);
        UUID id = pending.orElseGet(ids::next);
        if (pending.isPresent()
                ? !confirm(id, proof.organizationId())
                : !insert(id, member, account, proof, "active_key")) {
            return new LinkResult.Conflict();
        }
        if (pending.isEmpty()) {
            audit.append(new AuditEntry(
                    member.organizationId(), "user:" + member.user(), "identity.linked", "identity:" + id, Map.of()));
            endPending(account.activeKey());
        }
        return new LinkResult.Linked(id);
    }

    private LinkResult keepPending(Member member, PlatformAccount account, LinkProof proof) {
        Optional<LinkedAccount> active =
                find(account).filter(link -> link.user().equals(member.user()));
        if (active.isPresent()) {
            return new LinkResult.AlreadyLinked(active.get().identityId());
        }
        UUID id = ids.next();
        return insert(id, member, account, proof, "pending_key")
                ? new LinkResult.Pending(id, true)
                : new LinkResult.Pending(pending(member.user(), account).orElseThrow(), false);
    }

    private Optional<UUID> pending(UserId user, PlatformAccount account) {
        return entityManager
                .createQuery("select i.id from Identity i where i.pendingKey = :key and i.userId = :user", UUID.class)
                .setParameter("key", account.activeKey())
                .setParameter("user", user.value())
                .getResultStream()
                .findFirst();
    }

    @Override
    public boolean confirm(UUID identityId, @Nullable UUID organizationId) {
        beforeLinking.run();
        Identity identity = entityManager.find(Identity.class, identityId);
        entityManager.detach(identity);
        String key = identity.account().activeKey();
        boolean confirmed = entityManager
                        .createNativeQuery("update identity set active_key = pending_key, pending_key = null,"
                                + " verified_at = ?2, proved_by_organization_id = cast(nullif(?4, '') as uuid) where id = ?1 and pending_key is not null"
                                + " and not exists (select 1 from identity o where o.active_key = ?3)")
                        .setParameter(1, identityId)
                        .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                        .setParameter(3, key)
                        .setParameter(4, text(organizationId))
                        .executeUpdate()
                == 1;
        if (confirmed) {
            endPending(key);
        }
        return confirmed;
    }

    private void endPending(String key) {
        entityManager
                .createNativeQuery("update identity set pending_key = null, unlinked_at = ?2,"
                        + " unlink_reason = 'YIELDED_TO_VERIFIED' where pending_key = ?1")
                .setParameter(1, key)
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    @Override
    public boolean unlink(UUID identityId, UnlinkReason reason) {
        return entityManager
                        .createNativeQuery(
                                "update identity set active_key = null, pending_key = null, unlinked_at = ?2,"
                                        + " unlink_reason = ?3 where id = ?1"
                                        + " and (active_key is not null or pending_key is not null)")
                        .setParameter(1, identityId)
                        .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                        .setParameter(3, reason.name())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean unlinkPending(UUID identityId, UnlinkReason reason) {
        beforeLinking.run();
        return entityManager
                        .createNativeQuery("update identity set pending_key = null, unlinked_at = ?2,"
                                + " unlink_reason = ?3 where id = ?1 and pending_key is not null")
                        .setParameter(1, identityId)
                        .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                        .setParameter(3, reason.name())
                        .executeUpdate()
                == 1;
    }

    private boolean insert(UUID id, Member member, PlatformAccount account, LinkProof proof, String key) {
        return entityManager
                        .createNativeQuery("""
                                insert into identity (id, member_id, user_id, namespace, identifier, match_key, %s,
                                                      source, linked_at, verified_at, proved_by_organization_id, came_with_id, version)
                                values (?1, ?2, ?9, ?3, ?4, ?5, ?6, ?7, ?8, %s, cast(nullif(?10, '') as uuid), cast(nullif(?11, '') as uuid), 1)
                                on conflict do nothing""".formatted(key, proof.source().isProof() ? "?8" : "null"))
                        .setParameter(1, id)
                        .setParameter(2, member.id())
                        .setParameter(3, account.namespace().wireName())
                        .setParameter(4, account.identifier())
                        .setParameter(5, account.matchKey())
                        .setParameter(6, account.activeKey())
                        .setParameter(7, proof.source().name())
                        .setParameter(8, clock.instant().atOffset(ZoneOffset.UTC))
                        .setParameter(9, member.user().value())
                        .setParameter(10, text(proof.source().isProof() ? proof.organizationId() : null))
                        .setParameter(11, text(proof.cameWith()))
                        .executeUpdate()
                == 1;
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    private Optional<Object[]> row(PlatformAccount account) {
        return entityManager
                .createQuery(
                        "select i, m from Identity i, Member m where i.memberId = m.id and i.activeKey = :key",
                        Object[].class)
                .setParameter("key", account.activeKey())
                .getResultStream()
                .findFirst()
                .map(row -> {
                    entityManager.detach(row[0]);
                    return row;
                });
    }
}
