package io.gatehouse.domain.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The newest link of an organization's chain. Appending locks it, so that appends to one chain are serialized. */
@Entity
@Table(name = "audit_head")
public class AuditHead {

    @Id
    @Column(name = "organization_id", nullable = false, updatable = false)
    private UUID organizationId;

    /** Sequence of the newest event; 0 for a chain without events. */
    @Column(name = "sequence", nullable = false)
    private long sequence;

    @Column(name = "hash", nullable = false)
    private byte[] hash;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected AuditHead() {}

    AuditHead(UUID organizationId, long sequence, byte[] hash) {
        this.organizationId = organizationId;
        this.sequence = sequence;
        this.hash = hash.clone();
    }

    /** Returns the previous hash of every chain's first event. */
    public static byte[] genesis() {
        return new byte[32];
    }

    public void advance(AuditEvent event) {
        sequence = event.sequence();
        hash = event.hash();
    }

    public UUID organizationId() {
        return organizationId;
    }

    public long sequence() {
        return sequence;
    }

    public byte[] hash() {
        return hash.clone();
    }
}
