package io.gatehouse.domain.audit;

import io.gatehouse.contract.audit.AuditEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event in the history of an organization. Events form a chain: each carries the hash of the one before it. Unique
 * sequence and unique previous hash per organization make a fork impossible.
 */
@Entity
@Table(name = "audit_event")
public class AuditEvent {

    /** Whose history holds the events of the deployment itself. */
    public static final UUID DEPLOYMENT = new UUID(0, 0);

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "organization_id", nullable = false, updatable = false)
    private UUID organizationId;

    @Column(name = "sequence", nullable = false, updatable = false)
    private long sequence;

    @Column(name = "occurred_at", nullable = false, updatable = false)
    private Instant occurredAt;

    @Column(name = "actor", nullable = false, updatable = false)
    private String actor;

    @Column(name = "action", nullable = false, updatable = false)
    private String action;

    @Column(name = "subject", nullable = false, updatable = false)
    private String subject;

    /** JSON object of strings, keys in order. */
    @Column(name = "details", nullable = false, updatable = false)
    private String details;

    @Column(name = "previous_hash", nullable = false, updatable = false)
    private byte[] previousHash;

    @Column(name = "hash", nullable = false, updatable = false)
    private byte[] hash;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected AuditEvent() {}

    /** The event after the head of a chain; the caller holds the head's lock and advances it. */
    public AuditEvent(UUID id, AuditHead head, AuditEntry entry, Instant now) {
        this.id = id;
        this.organizationId = head.organizationId();
        this.sequence = head.sequence() + 1;
        this.occurredAt = now;
        this.actor = entry.actor();
        this.action = entry.action();
        this.subject = entry.subject();
        this.details = Details.json(entry.details());
        this.previousHash = head.hash();
        this.hash = content().hash(previousHash);
    }

    /** Whether the event is what was hashed when it was written. */
    public boolean isIntact() {
        return MessageDigest.isEqual(hash, content().hash(previousHash));
    }

    /** Whether this is the event that was written after the one with that hash. */
    public boolean follows(byte[] hashBefore) {
        return MessageDigest.isEqual(previousHash, hashBefore);
    }

    public UUID id() {
        return id;
    }

    /** Whose history holds it; null for the deployment's own. */
    public @Nullable UUID organizationId() {
        return organizationId.equals(DEPLOYMENT) ? null : organizationId;
    }

    public long sequence() {
        return sequence;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public byte[] hash() {
        return hash.clone();
    }

    public String actor() {
        return actor;
    }

    public String subject() {
        return subject;
    }

    public String action() {
        return action;
    }

    public String details() {
        return details;
    }

    private CanonicalEvent content() {
        return new CanonicalEvent(id, organizationId, sequence, occurredAt, actor, action, subject, details);
    }
}
