package io.gatehouse.registry.identity;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.LinkResult;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.domain.account.PlatformAccount;
import io.gatehouse.domain.id.Ids;
import io.gatehouse.domain.identity.Identity;
import io.gatehouse.domain.organization.Member;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rules of linking, verifying and unlinking, with the events that they leave. */
@ApplicationScoped
public class Linking {

    /** Each lost race means that somebody else changed the link; nobody loses that often by accident. */
    private static final int ATTEMPTS = 10;

    @Inject
    IdentityStore store;

    @Inject
    AuditTrail audit;

    @Inject
    Ids ids;

    @Inject
    InstantSource clock;

    /** Whether the account is active for somebody, verified or not. */
    public boolean isTaken(PlatformAccount account) {
        return store.findActive(account.activeKey()).isPresent();
    }

    /** As {@code IdentityLinks.link}, for a member that is known. */
    public LinkResult link(Member member, PlatformAccount account, LinkSource source, boolean verified) {
        List<AuditEntry> events = new ArrayList<>();
        LinkResult result = link(member, account, source, verified, events);
        // In one order whoever links: two that displace each other's links must not wait for each other's chains.
        events.sort(Comparator.comparing(AuditEntry::organizationId));
        events.forEach(audit::append);
        return result;
    }

    private LinkResult link(
            Member member, PlatformAccount account, LinkSource source, boolean verified, List<AuditEntry> events) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<ActiveLink> existing = store.findActive(account.activeKey());
            if (existing.isEmpty()) {
                UUID id = ids.next();
                if (store.insert(id, member.id(), account, source, verified, clock.instant())) {
                    events.add(linked(member, id, account, source, verified));
                    return new LinkResult.Linked(id);
                }
                continue;
            }
            ActiveLink link = existing.get();
            if (link.belongsTo(member.user())) {
                if (verified && store.verify(link.identity().id(), clock.instant())) {
                    events.add(verified(link));
                }
                return new LinkResult.AlreadyLinked(link.identity().id());
            }
            if (link.identity().isVerified()) {
                return new LinkResult.Conflict();
            }
            if (store.unlinkUnverified(link.identity().id(), UnlinkReason.YIELDED_TO_VERIFIED, clock.instant())) {
                events.add(unlinked(link, "user:" + member.user(), UnlinkReason.YIELDED_TO_VERIFIED));
            }
        }
        throw new IllegalStateException("an account changed hands " + ATTEMPTS + " times while it was being linked");
    }

    /** As {@code IdentityLinks.verify}. */
    public void verify(UUID identityId) {
        store.findActive(identityId)
                .filter(link -> store.verify(identityId, clock.instant()))
                .ifPresent(link -> audit.append(verified(link)));
    }

    /** As {@code IdentityLinks.unlink}. */
    public boolean unlink(UUID identityId, UnlinkReason reason) {
        Optional<ActiveLink> ended =
                store.findActive(identityId).filter(link -> store.unlink(identityId, reason, clock.instant()));
        ended.ifPresent(link -> audit.append(unlinked(link, actor(link, reason), reason)));
        return ended.isPresent();
    }

    private static String actor(ActiveLink link, UnlinkReason reason) {
        return switch (reason) {
            case BY_USER, YIELDED_TO_VERIFIED -> "user:" + link.member().user();
            case REPLIED_NO -> "identity:" + link.identity().id();
            case BY_ADMINISTRATOR -> "administrator";
            case MOVED, REASSIGNED, RENUMBERED -> "platform";
        };
    }

    private static AuditEntry linked(
            Member member, UUID id, PlatformAccount account, LinkSource source, boolean verified) {
        return new AuditEntry(
                member.organizationId(),
                "user:" + member.user(),
                "identity.linked",
                "identity:" + id,
                Map.of(
                        "namespace", account.namespace().wireName(),
                        "source", source.name(),
                        "verified", Boolean.toString(verified)));
    }

    private static AuditEntry verified(ActiveLink link) {
        Identity identity = link.identity();
        return new AuditEntry(
                link.organizationId(),
                "identity:" + identity.id(),
                "identity.verified",
                "identity:" + identity.id(),
                Map.of("namespace", identity.account().namespace().wireName()));
    }

    private static AuditEntry unlinked(ActiveLink link, String actor, UnlinkReason reason) {
        Identity identity = link.identity();
        return new AuditEntry(
                link.organizationId(),
                actor,
                "identity.unlinked",
                "identity:" + identity.id(),
                Map.of("namespace", identity.account().namespace().wireName(), "reason", reason.name()));
    }
}
