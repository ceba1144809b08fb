package io.gatehouse.domain.identity;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.contract.platform.PlatformAccount;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A platform account of a member. The unique {@code active_key} is set while the link is active and null afterwards: it
 * decides which of two users gets an account that both link at once. An unproved link has a {@code pending_key}
 * instead, which is unique per user only: it reserves nothing, and other users may have the same.
 */
@Entity
@Table(name = "identity")
public class Identity {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "member_id", nullable = false, updatable = false)
    private UUID memberId;

    /** The member's user, stored here for the route look-up. */
    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(name = "namespace", nullable = false, updatable = false)
    private Namespace namespace;

    @Column(name = "identifier", nullable = false, updatable = false)
    private String identifier;

    @Column(name = "display_name", insertable = false, updatable = false)
    private @Nullable String displayName;

    @Column(name = "match_key", nullable = false, updatable = false)
    private String matchKey;

    @Column(name = "active_key")
    private @Nullable String activeKey;

    @Column(name = "pending_key")
    private @Nullable String pendingKey;

    @Enumerated(EnumType.STRING)
    @Column(name = "source", nullable = false)
    private LinkSource source;

    @Column(name = "linked_at", nullable = false, updatable = false)
    private Instant linkedAt;

    @Column(name = "verified_at")
    private @Nullable Instant verifiedAt;

    @Column(name = "unlinked_at")
    private @Nullable Instant unlinkedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "unlink_reason")
    private @Nullable UnlinkReason unlinkReason;

    /** The organization whose connection received the proof; null for the deployment's own ways, and if unknown. */
    @Column(name = "proved_by_organization_id")
    private @Nullable UUID provedBy;

    /** The link that it came with, which may have been deleted. */
    @Column(name = "came_with_id", updatable = false)
    private @Nullable UUID cameWith;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Identity() {}

    /** Creates a link: active and verified if its source is proof, otherwise pending. */
    public Identity(UUID id, UUID memberId, UserId user, PlatformAccount account, LinkSource source, Instant now) {
        this.id = id;
        this.memberId = memberId;
        this.userId = user.value();
        this.namespace = account.namespace();
        this.identifier = account.identifier();
        this.matchKey = account.matchKey();
        this.activeKey = source.isProof() ? account.activeKey() : null;
        this.pendingKey = source.isProof() ? null : account.activeKey();
        this.source = source;
        this.linkedAt = now;
        this.verifiedAt = source.isProof() ? now : null;
    }

    /** Activates a pending link after the account has proved itself. An earlier proof is kept. */
    public void verify(Instant now) {
        if (pendingKey != null) {
            activeKey = pendingKey;
            pendingKey = null;
            verifiedAt = now;
        }
    }

    public void unlink(UnlinkReason reason, Instant now) {
        activeKey = null;
        pendingKey = null;
        unlinkedAt = now;
        unlinkReason = reason;
    }

    public boolean isActive() {
        return activeKey != null;
    }

    /** Whether the link waits for proof by the account. */
    public boolean isPending() {
        return pendingKey != null;
    }

    public boolean isVerified() {
        return verifiedAt != null;
    }

    public UUID id() {
        return id;
    }

    public UUID memberId() {
        return memberId;
    }

    public PlatformAccount account() {
        return new PlatformAccount(namespace, identifier, matchKey);
    }

    /** Returns the owner's name, for people only; null if unknown, or if the identifier is meaningful itself. */
    public @Nullable String displayName() {
        return displayName;
    }

    public LinkSource source() {
        return source;
    }

    public Instant linkedAt() {
        return linkedAt;
    }

    public @Nullable Instant verifiedAt() {
        return verifiedAt;
    }

    public @Nullable Instant unlinkedAt() {
        return unlinkedAt;
    }

    public @Nullable UUID provedBy() {
        return provedBy;
    }

    public @Nullable UUID cameWith() {
        return cameWith;
    }
}
