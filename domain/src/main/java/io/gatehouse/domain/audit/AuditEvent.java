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
 * An event of an organization's audit trail. Events form a chain: each contains the hash of the one before it. Unique
 * sequence and unique previous hash per organization make a fork impossible.
 */
@Entity
@Table(name = "audit_event")
public class AuditEvent {

    /** Stands for the organization of the deployment's own events. */
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

    /** JSON object of strings, keys sorted. */
    @Column(name = "details", nullable = false, updatable = false)
    private String details;

    @Column(name = "previous_hash", nullable = false, updatable = false)
    private byte[] previousHash;

    @Column(name = "hash", nullable = false, updatable = false)
    private byte[] hash;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected AuditEvent() {}

    /** Creates the event after the head of a chain. The caller holds the head's lock and advances it. */
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

    /** Whether the content still matches its hash. */
    public boolean isIntact() {
        return MessageDigest.isEqual(hash, content().hash(previousHash));
    }

    /** Whether this event directly follows the one with the given hash. */
    public boolean follows(byte[] hashBefore) {
        return MessageDigest.isEqual(previousHash, hashBefore);
    }

    public UUID id() {
        return id;
    }

    /** Returns the organization whose trail contains the event; null for the deployment's trail. */
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
