package io.gatehouse.install.world;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.LinkResult;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.domain.account.PlatformAccount;
import io.gatehouse.domain.id.Ids;
import io.gatehouse.domain.identity.Identity;
import io.gatehouse.domain.organization.Member;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Links as the registry does: by guarded statements over the unique active key. */
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
                    member.email(),
                    identity.source(),
                    identity.linkedAt(),
                    identity.verifiedAt());
        });
    }

    @Override
    public boolean wouldConflict(UserId user, PlatformAccount account) {
        return find(account)
                .filter(link -> link.isVerified() && !link.user().equals(user))
                .isPresent();
    }

    @Override
    public LinkResult link(UserId user, PlatformAccount account, LinkSource source) {
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
        Optional<LinkedAccount> existing = find(account);
        if (existing.isPresent() && existing.get().user().equals(user)) {
            if (source.isProof()) {
                verify(existing.get().identityId());
            }
            return new LinkResult.AlreadyLinked(existing.get().identityId());
        }
        if (existing.isPresent() && existing.get().isVerified()) {
            return new LinkResult.Conflict();
        }
        existing.ifPresent(link -> unlink(link.identityId(), UnlinkReason.YIELDED_TO_VERIFIED));
        UUID id = ids.next();
        if (!insert(id, members.get(0), account, source)) {
            return new LinkResult.Conflict();
        }
        audit.append(new AuditEntry(
                members.get(0).organizationId(), "user:" + user, "identity.linked", "identity:" + id, Map.of()));
        return new LinkResult.Linked(id);
    }

    @Override
    public void verify(UUID identityId) {
        entityManager.find(Identity.class, identityId).verify(clock.instant());
        entityManager.flush();
    }

    @Override
    public boolean unlink(UUID identityId, UnlinkReason reason) {
        Identity identity = entityManager.find(Identity.class, identityId);
        if (!identity.isActive()) {
            return false;
        }
        identity.unlink(reason, clock.instant());
        entityManager.flush();
        return true;
    }

    private boolean insert(UUID id, Member member, PlatformAccount account, LinkSource source) {
        return entityManager
                        .createNativeQuery("""
                                insert into identity (id, member_id, user_id, namespace, identifier, match_key, active_key,
                                                      source, linked_at, verified_at, version)
                                values (?1, ?2, ?9, ?3, ?4, ?5, ?6, ?7, ?8, %s, 1)
                                on conflict do nothing""".formatted(source.isProof() ? "?8" : "null"))
                        .setParameter(1, id)
                        .setParameter(2, member.id())
                        .setParameter(3, account.namespace().wireName())
                        .setParameter(4, account.identifier())
                        .setParameter(5, account.matchKey())
                        .setParameter(6, account.activeKey())
                        .setParameter(7, source.name())
                        .setParameter(8, clock.instant().atOffset(ZoneOffset.UTC))
                        .setParameter(9, member.user().value())
                        .executeUpdate()
                == 1;
    }

    private Optional<Object[]> row(PlatformAccount account) {
        return entityManager
                .createQuery(
                        "select i, m from Identity i, Member m where i.memberId = m.id and i.activeKey = :key",
                        Object[].class)
                .setParameter("key", account.activeKey())
                .getResultStream()
                .findFirst();
    }
}
