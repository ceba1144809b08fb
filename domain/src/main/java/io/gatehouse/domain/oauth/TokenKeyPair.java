package io.gatehouse.domain.oauth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A key pair that signs tokens from a given time until the pair with the next number does. The unique number decides
 * which of two nodes creates the next pair.
 */
@Entity
@Table(name = "token_key_pair")
public class TokenKeyPair {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "number", nullable = false, updatable = false)
    private long number;

    /** X.509 SubjectPublicKeyInfo. */
    @Column(name = "public_key", nullable = false, updatable = false)
    private byte[] publicKey;

    /** PKCS #8, sealed for this row. */
    @Column(name = "sealed_private_key", nullable = false)
    private byte[] sealedPrivateKey;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "signs_from", nullable = false, updatable = false)
    private Instant signsFrom;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected TokenKeyPair() {}

    public TokenKeyPair(
            UUID id, long number, byte[] publicKey, byte[] sealedPrivateKey, Instant createdAt, Instant signsFrom) {
        this.id = id;
        this.number = number;
        this.publicKey = publicKey.clone();
        this.sealedPrivateKey = sealedPrivateKey.clone();
        this.createdAt = createdAt;
        this.signsFrom = signsFrom;
    }

    /** Replaces the sealed private key after a rotation of the encryption key. */
    public void seal(byte[] anew) {
        sealedPrivateKey = anew.clone();
    }

    public UUID id() {
        return id;
    }

    public long number() {
        return number;
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    public byte[] sealedPrivateKey() {
        return sealedPrivateKey.clone();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant signsFrom() {
        return signsFrom;
    }
}
