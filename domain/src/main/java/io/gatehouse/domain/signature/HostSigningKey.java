package io.gatehouse.domain.signature;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that a host signs its requests with. A mac is verified with the secret itself, so the row holds it, sealed; its
 * text stood once in the answer that made it.
 */
@Entity
@Table(name = "signing_key")
public class HostSigningKey {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Column(name = "host_id", nullable = false, updatable = false)
    private UUID hostId;

    /** Sealed anew, past this entity, after a rotation of the encryption key. */
    @Column(name = "sealed_secret", nullable = false, updatable = false)
    private byte[] sealedSecret;

    @Column(name = "last_four", nullable = false, updatable = false)
    private String lastFour;

    /** Blank-separated, as in RFC 6749 section 3.3. */
    @Column(name = "scopes", nullable = false, updatable = false)
    private String scopes;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    private @Nullable Instant expiresAt;

    @Column(name = "revoked_at", insertable = false, updatable = false)
    private @Nullable Instant revokedAt;

    /** To about a minute. */
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected HostSigningKey() {}

    public HostSigningKey(
            UUID id,
            UUID hostId,
            byte[] sealedSecret,
            String lastFour,
            Set<String> scopes,
            Instant now,
            @Nullable Instant expiresAt) {
        this.id = id;
        this.hostId = hostId;
        this.sealedSecret = sealedSecret.clone();
        this.lastFour = lastFour;
        this.scopes = String.join(" ", new TreeSet<>(scopes));
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /** Whether the key may be used at that time; it is refused from the very instant that it expires. */
    public boolean isUsable(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    public UUID id() {
        return id;
    }

    public UUID hostId() {
        return hostId;
    }

    public byte[] sealedSecret() {
        return sealedSecret.clone();
    }

    public String lastFour() {
        return lastFour;
    }

    public Set<String> scopes() {
        return scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" ", -1));
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable Instant revokedAt() {
        return revokedAt;
    }

    public @Nullable Instant lastUsedAt() {
        return lastUsedAt;
    }
}
