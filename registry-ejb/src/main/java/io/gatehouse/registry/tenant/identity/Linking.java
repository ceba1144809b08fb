package io.gatehouse.registry.tenant.identity;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.LinkProof;
import io.gatehouse.contract.identity.LinkResult;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.domain.identity.Identity;
import io.gatehouse.domain.organization.Member;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of linking, confirming and unlinking, with their audit events. */
@Dependent
public class Linking {

    /** Each lost race means that another transaction changed the link. More than this many in a row indicate a bug. */
    private static final int ATTEMPTS = 10;

    private final IdentityStore store;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Linking(IdentityStore store, AuditTrail audit, Ids ids, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** As {@code IdentityLinks.link}, for a known member. */
    public LinkResult link(Member member, PlatformAccount account, LinkProof proof, boolean verified) {
        List<AuditEntry> events = new ArrayList<>();
        LinkResult result =
                verified ? activate(member, account, proof, events) : addPending(member, account, proof, events);
        append(events);
        return result;
    }

    private LinkResult activate(Member member, PlatformAccount account, LinkProof proof, List<AuditEntry> events) {
        String key = account.activeKey();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<ActiveLink> active = store.findActive(key);
            if (active.isPresent()) {
                return active.get().belongsTo(member.user())
                        ? new LinkResult.AlreadyLinked(active.get().identity().id())
                        : new LinkResult.Conflict();
            }
            Optional<ActiveLink> pending = store.findPending(key, member.user());
            UUID id = pending.map(link -> link.identity().id()).orElseGet(ids::next);
            boolean done = pending.isPresent()
                    ? store.confirm(id, key, proof.organizationId(), clock.instant())
                    : store.insert(id, member.id(), account, proof, true, clock.instant());
            if (done) {
                events.add(pending.map(Linking::verified).orElseGet(() -> linked(member, id, account, proof, true)));
                endPending(key, events);
                return new LinkResult.Linked(id);
            }
        }
        throw new IllegalStateException("an account was linked and unlinked " + ATTEMPTS + " times meanwhile");
    }

    /** Takes the account from no other user, and reveals nothing about other users' links. */
    private LinkResult addPending(Member member, PlatformAccount account, LinkProof proof, List<AuditEntry> events) {
        String key = account.activeKey();
        Optional<ActiveLink> own = store.findActive(key).filter(link -> link.belongsTo(member.user()));
        if (own.isPresent()) {
            return new LinkResult.AlreadyLinked(own.get().identity().id());
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<ActiveLink> pending = store.findPending(key, member.user());
            if (pending.isPresent()) {
                return new LinkResult.Pending(pending.get().identity().id(), false);
            }
            UUID id = ids.next();
            if (store.insert(id, member.id(), account, proof, false, clock.instant())) {
                events.add(linked(member, id, account, proof, false));
                return new LinkResult.Pending(id, true);
            }
        }
        throw new IllegalStateException("a pending link was added and ended " + ATTEMPTS + " times");
    }

    /** As {@code IdentityLinks.confirm}. */
    public boolean confirm(UUID identityId, @Nullable UUID organizationId) {
        Optional<ActiveLink> pending =
                store.find(identityId).filter(link -> link.identity().isPending());
        if (pending.isEmpty()) {
            return false;
        }
        ActiveLink link = pending.get();
        String key = link.identity().account().activeKey();
        if (!store.confirm(identityId, key, organizationId, clock.instant())) {
            return false;
        }
        List<AuditEntry> events = new ArrayList<>(List.of(verified(link)));
        endPending(key, events);
        append(events);
        return true;
    }

    /** Ends all other users' pending links of an account that is now active. */
    private void endPending(String key, List<AuditEntry> events) {
        for (ActiveLink link : store.pending(key)) {
            UUID id = link.identity().id();
            if (store.unlinkPending(id, UnlinkReason.YIELDED_TO_VERIFIED, clock.instant())) {
                events.add(unlinked(
                        link, actor(link, UnlinkReason.YIELDED_TO_VERIFIED), UnlinkReason.YIELDED_TO_VERIFIED));
            }
        }
    }

    /**
     * Appends in the order of the organizations, so that two transactions that end each other's links cannot deadlock
     * on the audit chains.
     */
    private void append(List<AuditEntry> events) {
        events.sort(Comparator.comparing(AuditEntry::organizationId));
        events.forEach(audit::append);
    }

    /** As {@code IdentityLinks.unlink}. */
    public boolean unlink(UUID identityId, UnlinkReason reason) {
        return ended(store.find(identityId).filter(link -> store.unlink(identityId, reason, clock.instant())), reason);
    }

    /** As {@code IdentityLinks.unlinkPending}. */
    public boolean unlinkPending(UUID identityId, UnlinkReason reason) {
        return ended(
                store.find(identityId).filter(link -> store.unlinkPending(identityId, reason, clock.instant())),
                reason);
    }

    private boolean ended(Optional<ActiveLink> ended, UnlinkReason reason) {
        ended.ifPresent(link -> audit.append(unlinked(link, actor(link, reason), reason)));
        return ended.isPresent();
    }

    private static String actor(ActiveLink link, UnlinkReason reason) {
        return switch (reason) {
            case BY_USER -> "user:" + link.member().user();
            // The former holder must not learn who verified the account.
            case REPLIED_NO, YIELDED_TO_VERIFIED ->
                "identity:" + link.identity().id();
            case BY_ADMINISTRATOR -> "administrator";
            case MOVED, REASSIGNED, RENUMBERED -> "platform";
        };
    }

    private static AuditEntry linked(
            Member member, UUID id, PlatformAccount account, LinkProof proof, boolean verified) {
        return new AuditEntry(
                member.organizationId(),
                "user:" + member.user(),
                "identity.linked",
                "identity:" + id,
                Map.of(
                        "namespace", account.namespace().wireName(),
                        "source", proof.source().name(),
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
