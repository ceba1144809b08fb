package io.gatehouse.domain.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call with an {@code Idempotency-Key}. The unique constraint on caller and key decides which call is the first. */
@Entity
@Table(name = "idempotency_record")
public class IdempotencyRecord {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "caller", nullable = false, updatable = false)
    private String caller;

    @Column(name = "idempotency_key", nullable = false, updatable = false)
    private String idempotencyKey;

    /** SHA-256 over method, path and body. */
    @Column(name = "fingerprint", nullable = false, updatable = false)
    private byte[] fingerprint;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    /** Until then an unfinished call counts as in flight; afterwards its key is free again. */
    @Column(name = "locked_until", nullable = false)
    private Instant lockedUntil;

    /** Null while in flight. */
    @Column(name = "status")
    private @Nullable Integer status;

    /** Headers and body of the answer, sealed because they may contain a secret. */
    @Column(name = "sealed_answer")
    private byte @Nullable [] sealedAnswer;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected IdempotencyRecord() {}

    public boolean isOlderThan(Duration age, Instant now) {
        return createdAt.plus(age).isBefore(now);
    }

    /** Whether the record belongs to the same request. */
    public boolean isOf(byte[] requestFingerprint) {
        return MessageDigest.isEqual(fingerprint, requestFingerprint);
    }

    public UUID id() {
        return id;
    }

    public @Nullable Integer status() {
        return status;
    }

    public byte @Nullable [] sealedAnswer() {
        return sealedAnswer == null ? null : sealedAnswer.clone();
    }
}
