package io.gatehouse.domain.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

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
}
